package org.restante.testkit.transcript;

import java.util.Optional;
import java.util.function.Supplier;
import org.restante.protocol.CloseReason;
import org.restante.protocol.ProtocolPlugin;
import org.restante.testkit.connection.HandOver;
import org.restante.testkit.connection.MemoryConnection;

/** Speaks on a connection in memory. */
record MemoryPeer(MemoryConnection connection, Supplier<? extends ProtocolPlugin> successor)
    implements TranscriptPeer {

  @Override
  public void send(byte[] octets) {
    connection.client().send(octets);
  }

  @Override
  public byte[] receiveLine() {
    return connection.client().readLine();
  }

  @Override
  public byte[] receive(int count) {
    return connection.client().expectOctets(count);
  }

  @Override
  public Optional<byte[]> endPoint() {
    return connection.channelBinding("tls-server-end-point");
  }

  @Override
  public void happens(Step.Event event) {
    switch (event) {
      case STARTTLS -> connection.client().startTls();
      case COMPRESS -> {} // nothing is compressed in memory
      case SUSPEND -> suspend();
      case CLOSE -> connection.client().close();
      case CLOSED -> connection.client().expectClosed();
      case SILENCE -> connection.client().expectSilence();
      case SHUTDOWN -> connection.end(CloseReason.SHUTDOWN);
    }
  }

  private void suspend() {
    HandOver result = connection.handOver(successor.get());
    if (result != HandOver.MOVED) {
      throw new AssertionError("the session did not move: " + result);
    }
  }
}
