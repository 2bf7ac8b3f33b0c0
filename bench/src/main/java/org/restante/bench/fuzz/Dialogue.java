package org.restante.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.protocol.CloseReason;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.Listener;
import org.restante.protocol.ProtocolPlugin;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/**
 * A connection whose session runs in the caller's thread: what is said is worked off before {@link
 * #say} returns. A session that wants more than was said is starved, which ends it.
 */
final class Dialogue implements Connection {
  private static final ConnectionLimits LIMITS = new ConnectionLimits(8192, 1 << 16);
  private static final InetSocketAddress PEER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private final ProtocolSession session;
  private final Input input = new Input();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Standing standing = new Standing();
  private boolean encrypted;
  private boolean compressed;
  private boolean starved;
  private volatile boolean awake;
  private @Nullable CloseReason closing;
  private boolean ended;

  private Dialogue(ProtocolPlugin plugin) {
    session = plugin.open(this);
  }

  /** A new connection, greeted. */
  static Dialogue with(ProtocolPlugin plugin) {
    Dialogue dialogue = new Dialogue(plugin);
    dialogue.guarded(dialogue.session::greet);
    return dialogue;
  }

  /** Says something and has it worked off. */
  void say(byte[] octets) {
    input.add(octets);
    while (closing == null && (awake || input.lineThere(LIMITS.lineOctets()))) {
      if (awake) {
        awake = false;
        guarded(session::onWake);
      } else {
        takeSome();
      }
    }
    if (closing != null) {
      end();
    }
  }

  private void takeSome() {
    long before = input.taken();
    guarded(session::onInput);
    if (closing == null && input.taken() == before) {
      throw new IllegalStateException("the session takes nothing of what is said");
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (ConnectionLost lost) {
      starved = true;
      close(CloseReason.CLIENT_GONE);
    } catch (LineTooLong tooLong) {
      session.farewell(CloseReason.ERROR);
      close(CloseReason.ERROR);
    }
  }

  /** The client goes away, if the session has not ended yet. */
  void end() {
    if (!ended) {
      ended = true;
      session.onClose(closing == null ? CloseReason.CLIENT_GONE : closing);
    }
  }

  /** What was answered since the last call. */
  byte[] answers() {
    byte[] octets = output.toByteArray();
    output.reset();
    return octets;
  }

  /** Whether the connection is closed. */
  boolean closed() {
    return ended || closing != null;
  }

  /** Whether the session waited for more than was said. */
  boolean starved() {
    return starved;
  }

  /** Where the session is. */
  SessionState state() {
    return standing.state();
  }

  /** Commands that ended in an error of the plugin's own. */
  int faults() {
    return standing.faults();
  }

  @Override
  public long id() {
    return 1;
  }

  @Override
  public InetSocketAddress peer() {
    return PEER;
  }

  @Override
  public Listener listener() {
    return new Listener("imap", "imap", "", false, "fuzz.example");
  }

  @Override
  public ConnectionLimits limits() {
    return LIMITS;
  }

  @Override
  public boolean encrypted() {
    return encrypted;
  }

  @Override
  public boolean startTlsOffered() {
    return !encrypted;
  }

  @Override
  public boolean plaintextLoginAllowed() {
    return true;
  }

  @Override
  public Optional<byte[]> channelBinding(String type) {
    return encrypted && type.equals("tls-server-end-point")
        ? Optional.of(new byte[32])
        : Optional.empty();
  }

  @Override
  public byte[] readLine(int limit) {
    return input.line(limit);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return input.read(into, offset, length);
  }

  @Override
  public boolean inputWaiting() {
    return input.waiting();
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    output.write(octets, offset, length);
  }

  @Override
  public void flush() {}

  @Override
  public void startTls() {
    input.clear();
    encrypted = true;
  }

  @Override
  public boolean compressed() {
    return compressed;
  }

  @Override
  public void compress() {
    compressed = true;
  }

  @Override
  public void authenticated(AccountId account) {}

  @Override
  public void wake() {
    awake = true;
  }

  @Override
  public void wakeAfter(Duration delay) {}

  @Override
  public void inactivityLimit(Duration limit) {}

  @Override
  public void close(CloseReason reason) {
    closing = closing == null ? reason : closing;
  }

  @Override
  public SessionMeter meter() {
    return standing;
  }
}
