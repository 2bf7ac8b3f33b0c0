package org.restante.bench.fleet;

import java.io.IOException;
import org.restante.bench.client.LineClient;

/** A session in IDLE that tells its account's wave of every line. */
final class IdleSession implements AutoCloseable {
  private final LineClient client;
  private final CurrentWave wave;

  private IdleSession(LineClient client, CurrentWave wave) {
    this.client = client;
    this.wave = wave;
  }

  static IdleSession open(FleetOptions options, String user, CurrentWave wave) throws IOException {
    LineClient client = LineClient.connect(options.host(), options.port(), options.tls());
    client.await("* OK");
    client.command("a", "LOGIN " + user + " pass");
    client.command("b", "SELECT INBOX");
    client.send("c IDLE");
    client.await("+");
    return new IdleSession(client, wave);
  }

  /** Listens until the connection is closed. */
  void listen() {
    try {
      while (true) {
        String line = client.line();
        // only now: the wave that was current before the line came may be over
        wave.get().line(this, line);
      }
    } catch (IOException closed) {
      // the end of the run, or of the server: a session that hears nothing is counted as such
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
