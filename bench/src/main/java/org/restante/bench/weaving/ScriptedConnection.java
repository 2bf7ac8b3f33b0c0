package org.restante.bench.weaving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.restante.account.AccountId;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.Listener;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** Gives lines and counts what is answered: nothing but the session takes time. */
final class ScriptedConnection implements Connection {
  private final Queue<byte[]> lines = new ArrayDeque<>();
  private long written;

  void say(String line) {
    lines.add(line.getBytes(US_ASCII));
  }

  long written() {
    return written;
  }

  /** Counts anew. */
  void forget() {
    written = 0;
  }

  @Override
  public long id() {
    return 1;
  }

  @Override
  public InetSocketAddress peer() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  }

  @Override
  public Listener listener() {
    return new Listener("imap", "imap", "", false, "bench.example");
  }

  @Override
  public ConnectionLimits limits() {
    return new ConnectionLimits(65_536, 1 << 26);
  }

  @Override
  public boolean encrypted() {
    return true;
  }

  @Override
  public boolean startTlsOffered() {
    return false;
  }

  @Override
  public boolean plaintextLoginAllowed() {
    return true;
  }

  @Override
  public byte[] readLine(int limit) {
    byte[] line = lines.poll();
    if (line == null) {
      throw new ConnectionLost("no more lines", null);
    }
    return line;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    throw new ConnectionLost("no literals", null);
  }

  @Override
  public boolean inputWaiting() {
    return !lines.isEmpty();
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    written += length;
  }

  @Override
  public void flush() {}

  @Override
  public void startTls() {}

  @Override
  public Optional<byte[]> channelBinding(String type) {
    return Optional.empty();
  }

  @Override
  public boolean compressed() {
    return false;
  }

  @Override
  public void compress() {}

  @Override
  public void authenticated(AccountId account) {}

  @Override
  public void wake() {}

  @Override
  public void wakeAfter(Duration delay) {}

  @Override
  public void inactivityLimit(Duration limit) {}

  @Override
  public void close(CloseReason reason) {}

  @Override
  public SessionMeter meter() {
    return new SessionMeter() {
      @Override
      public void state(SessionState state) {}

      @Override
      public void command(String command, CommandResult result, long nanos) {}

      @Override
      public void fault() {}

      @Override
      public void authentication(String mechanism, boolean granted) {}
    };
  }
}
