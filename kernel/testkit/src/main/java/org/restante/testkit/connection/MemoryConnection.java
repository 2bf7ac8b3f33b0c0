package org.restante.testkit.connection;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.protocol.CloseReason;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.Listener;
import org.restante.protocol.ProtocolPlugin;

/**
 * A connection whose network is memory and whose clock the test turns.
 *
 * <pre>{@code
 * try (MemoryConnection connection = MemoryConnection.to(plugin).connect()) {
 *   MemoryClient client = connection.client();
 *   client.expectLineStarting("* OK");
 *   client.sendLine("a NOOP");
 *   client.expectLineStarting("a OK");
 * }
 * }</pre>
 */
public final class MemoryConnection implements Connection, AutoCloseable {
  private static final AtomicLong IDS = new AtomicLong();

  private final long id = IDS.incrementAndGet();
  private final Wire wire = new Wire();
  private final ManualClock clock = new ManualClock();
  private final RecordedMeter meter = new RecordedMeter();
  private final MemoryConnectionBuilder settings;
  private final Listener listener;
  private final MemoryClient client;
  private final SessionLoop loop;
  private volatile boolean encrypted;
  private volatile boolean compressed;
  private volatile @Nullable AccountId account;

  MemoryConnection(MemoryConnectionBuilder settings) {
    this.settings = settings;
    this.listener = settings.toListener();
    this.encrypted = settings.implicitTls;
    this.client = new MemoryClient(this, wire, settings.patience);
    this.loop = new SessionLoop(this, wire, settings.plugin);
  }

  /** A connection to a plugin, to be described and then connected. */
  public static MemoryConnectionBuilder to(ProtocolPlugin plugin) {
    return new MemoryConnectionBuilder(plugin);
  }

  MemoryConnection start() {
    loop.poke();
    return this;
  }

  /** The other end. */
  public MemoryClient client() {
    return client;
  }

  /** Who logged in. */
  public Optional<AccountId> account() {
    return Optional.ofNullable(account);
  }

  /** What ended the session other than its own will; a test that passes has none. */
  public Optional<Throwable> failure() {
    return loop.failure();
  }

  /**
   * Lets time pass: timers and the limit of inactivity come in their order, each one to its end.
   */
  public void advance(Duration time) {
    settle();
    long until = clock.now() + time.toNanos();
    while (!loop.ended() && clock.passTo(until, loop::wake, () -> loop.end(CloseReason.TIMEOUT))) {
      settle();
    }
  }

  /** Waits until the session has nothing to do. */
  public void settle() {
    client.awaitEvent(loop::settled, "the session to come to rest");
  }

  /** The kernel ends the session: farewell, close. Returns when it is closed. */
  public void end(CloseReason reason) {
    loop.end(reason);
    client.awaitEvent(loop::ended, "the end of the session");
  }

  /** Moves the session to another instance of its plugin, as an upgrade does. */
  public HandOver handOver(ProtocolPlugin successor) {
    loop.handOverTo(successor);
    client.awaitEvent(() -> loop.handOver().isPresent() || loop.ended(), "a command boundary");
    return loop.handOver().orElse(HandOver.DROPPED);
  }

  /** The client goes away, if it has not yet, and the session must have ended without a failure. */
  @Override
  public void close() {
    client.close();
    client.awaitEvent(loop::ended, "the end of the session");
    failure()
        .ifPresent(
            cause -> {
              throw new AssertionError("the session failed", cause);
            });
  }

  void inputCame() {
    clock.inputCame();
    loop.poke();
  }

  /** Whether the server has closed it. */
  public boolean ended() {
    return loop.ended();
  }

  void sayGoodbye() {
    write((settings.goodbye + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void stopTimer() {
    clock.wakeAfter(Duration.ZERO);
  }

  boolean inputReady() {
    return wire.toServer.indexOfLineFeed() >= 0
        || wire.toServer.size() > settings.limits.lineOctets();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public InetSocketAddress peer() {
    return settings.peer;
  }

  @Override
  public Listener listener() {
    return listener;
  }

  @Override
  public ConnectionLimits limits() {
    return settings.limits;
  }

  @Override
  public boolean encrypted() {
    return encrypted;
  }

  @Override
  public boolean startTlsOffered() {
    return settings.startTlsOffered && !encrypted;
  }

  /** In memory, the binding is the word {@code memory}. */
  @Override
  public Optional<byte[]> channelBinding(String type) {
    return encrypted && type.equals("tls-server-end-point")
        ? Optional.of("memory".getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  @Override
  public boolean plaintextLoginAllowed() {
    return encrypted || settings.plaintextLoginAllowed;
  }

  @Override
  public byte[] readLine(int limit) {
    return LineReader.read(wire, limit).orElseThrow(() -> new LineTooLong(limit));
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    wire.awaitClient(() -> wire.toServer.size() > 0);
    return wire.locked(() -> wire.toServer.take(into, offset, length));
  }

  @Override
  public boolean inputWaiting() {
    return wire.locked(() -> wire.toServer.size() > 0);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    wire.locked(() -> wire.unflushed.add(octets, offset, length));
    if (wire.locked(() -> wire.unflushed.size() + wire.toClient.size()) > settings.sendWindow) {
      wire.flush();
      wire.awaitClient(() -> wire.toClient.size() <= settings.sendWindow);
    }
  }

  @Override
  public void flush() {
    wire.flush();
  }

  @Override
  public void startTls() {
    wire.flush();
    wire.awaitClient(() -> wire.handshakeAsked);
    wire.locked(
        () -> {
          wire.toServer.clear();
          encrypted = true;
        });
  }

  @Override
  public boolean compressed() {
    return compressed;
  }

  /** In memory, nothing is compressed: what the kernel does below a session shows nowhere. */
  @Override
  public void compress() {
    wire.flush();
    compressed = true;
  }

  @Override
  public void authenticated(AccountId owner) {
    account = owner;
  }

  @Override
  public void wake() {
    loop.wake();
  }

  @Override
  public void wakeAfter(Duration delay) {
    clock.wakeAfter(delay);
  }

  @Override
  public void inactivityLimit(Duration limit) {
    clock.inactivityLimit(limit);
  }

  @Override
  public void close(CloseReason reason) {
    loop.closeAfterCall(reason);
  }

  @Override
  public RecordedMeter meter() {
    return meter;
  }
}
