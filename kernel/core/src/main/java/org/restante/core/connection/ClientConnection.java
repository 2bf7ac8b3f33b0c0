package org.restante.core.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.core.guard.Budget;
import org.restante.core.guard.RunningTurn;
import org.restante.core.meter.ProtocolMeters;
import org.restante.core.meter.Refusal;
import org.restante.core.meter.SessionFigures;
import org.restante.core.tls.Certificates;
import org.restante.core.transport.DirectWriter;
import org.restante.protocol.CloseReason;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLimits;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.Listener;
import org.restante.protocol.SessionMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection on a Netty channel. */
public final class ClientConnection implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);
  private static final AtomicLong IDS = new AtomicLong();
  private static final String TLS = "tls";
  private static final String WIRE = "wire";
  private static final String INFLATION = "inflation";

  private final long id = IDS.incrementAndGet();
  private final DuplexChannel channel;
  private final InetSocketAddress peer;
  private final Terms terms;
  private final Certificates certificates;
  private final ProtocolMeters meters;
  private final Consumer<ClientConnection> ready;
  private final Wait wait = new Wait();
  private final InboundBuffer inbound;
  private final Outlet outlet;
  private final OutboundBuffer outbound;
  private final SessionClock clock;
  private final Conversation conversation;
  private final Speaker speaker;
  private volatile boolean encrypted;
  private volatile @Nullable AccountId account;
  private volatile boolean compressed;
  private volatile byte[] endPoint = {};
  private volatile long threadAskedFor;
  private @Nullable SessionFigures figures;
  private @Nullable CompletableFuture<Void> handshake; // of the event loop

  /**
   * A connection on an accepted channel that is not active yet.
   *
   * @param writer writes to the channel's socket beside its event loop
   * @param ready is told, on the event loop, when a session can begin: under implicit TLS after the
   *     handshake
   */
  public ClientConnection(
      DuplexChannel channel,
      DirectWriter writer,
      InetSocketAddress peer,
      Terms terms,
      Certificates certificates,
      ProtocolMeters meters,
      Consumer<ClientConnection> ready) {
    this.channel = channel;
    this.peer = peer;
    this.terms = terms;
    this.certificates = certificates;
    this.meters = meters;
    this.ready = ready;
    int lineLimit = terms.limits().lineOctets();
    inbound = new InboundBuffer(lineLimit, channel::read, wait);
    WireMeter wire = new WireMeter(meters);
    outlet = new Outlet(channel, wire, writer);
    outbound = new OutboundBuffer(channel, outlet, terms.stall(), meters::held, wait);
    conversation = new Conversation(inbound, lineLimit, this::startThread);
    speaker = new Speaker(this, conversation);
    clock = new SessionClock(channel.eventLoop(), this::wake, this::silent);
    channel.pipeline().addLast(WIRE, wire).addLast(new ChannelEvents(this));
  }

  /** A session begins; {@link Host#enter} was called. */
  public void serve(Host host) {
    if (!conversation.open(host)) {
      host.left(this);
    }
  }

  /** The session goes on elsewhere from its next command boundary on. */
  public void move(Relocation relocation) {
    conversation.move(relocation);
  }

  /** It does not go on there any more, if it was to. */
  public void stayFrom(Host target) {
    conversation.stayFrom(target);
  }

  /** Who the client is; empty until it has shown it. For any thread. */
  public Optional<AccountId> account() {
    return Optional.ofNullable(account);
  }

  /** The session says goodbye at its next command boundary; without one, the connection closes. */
  public void farewell(CloseReason reason) {
    conversation.farewell(reason);
  }

  /** There is no session for it: says so and closes. */
  public void refuse(Refusal reason) {
    meters.refused(reason);
    conversation.refuse(terms.refusal());
  }

  /** Cuts it. */
  public void abort() {
    channel.close();
  }

  /** Runs something when the channel is closed. */
  public void whenClosed(Runnable task) {
    channel.closeFuture().addListener(closed -> task.run());
  }

  /** Runs something on the event loop after a time. */
  public void later(Duration time, Runnable task) {
    channel.eventLoop().schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What holds for it. */
  public Terms terms() {
    return terms;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public InetSocketAddress peer() {
    return peer;
  }

  @Override
  public Listener listener() {
    return terms.listener();
  }

  @Override
  public ConnectionLimits limits() {
    return terms.limits();
  }

  @Override
  public boolean encrypted() {
    return encrypted;
  }

  @Override
  public boolean startTlsOffered() {
    return !encrypted && certificates.usable();
  }

  @Override
  public Optional<byte[]> channelBinding(String type) {
    return encrypted && type.equals("tls-server-end-point")
        ? Optional.of(endPoint.clone())
        : Optional.empty();
  }

  @Override
  public boolean plaintextLoginAllowed() {
    return encrypted || terms.plaintextLogin().allows(peer.getAddress());
  }

  @Override
  public byte[] readLine(int limit) {
    byte[] line = inbound.readLine(limit, outbound::flush);
    wait.moved(line.length);
    return line;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int count = inbound.read(into, offset, length, outbound::flush);
    wait.moved(count);
    return count;
  }

  @Override
  public boolean inputWaiting() {
    return !inbound.isEmpty();
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    outbound.write(octets, offset, length);
    wait.moved(length);
  }

  @Override
  public void flush() {
    outbound.flush();
  }

  @Override
  public void startTls() {
    CompletableFuture<Void> up = new CompletableFuture<>();
    ByteBuf goAhead = outbound.take();
    channel.eventLoop().execute(() -> beginTls(goAhead, up));
    await(up, "no TLS: ");
  }

  private void await(CompletableFuture<Void> change, String failure) {
    wait.begin();
    try {
      change.join();
    } catch (CompletionException e) {
      throw new ConnectionLost(failure + e.getCause(), e.getCause());
    } finally {
      wait.end();
    }
  }

  @Override
  public boolean compressed() {
    return compressed;
  }

  @Override
  public void compress() {
    CompletableFuture<Void> up = new CompletableFuture<>();
    ByteBuf goAhead = outbound.take();
    channel.eventLoop().execute(() -> beginInflation(goAhead, up));
    await(up, "no compression: ");
    outbound.compress();
    compressed = true;
  }

  @Override
  public void authenticated(AccountId who) {
    LOG.debug("connection {} ({}): account {}", id, listener().name(), who.value());
    account = who;
    speaker.identified();
  }

  @Override
  public void wake() {
    conversation.wake();
  }

  @Override
  public void wakeAfter(Duration delay) {
    clock.wakeAfter(delay);
  }

  @Override
  public void inactivityLimit(Duration limit) {
    clock.silenceLimit(limit);
  }

  @Override
  public void close(CloseReason reason) {
    conversation.close(reason);
  }

  @Override
  public SessionMeter meter() {
    if (figures == null) {
      throw new IllegalStateException("no session");
    }
    return figures;
  }

  // What the channel's event loop tells.

  void connected() {
    if (listener().implicitTls()) {
      beginTls(null, new CompletableFuture<>());
    } else {
      ready.accept(this);
    }
  }

  void received(ByteBuf input) {
    clock.touch();
    inbound.append(input);
  }

  boolean readComplete() {
    conversation.inputChanged();
    return inbound.readOn();
  }

  void writabilityChanged() {
    outbound.writabilityChanged();
  }

  void inputEnded() {
    inbound.end();
    conversation.inputChanged();
    if (channel.isOutputShutdown()) { // before that the last reply may not be out
      channel.close();
    }
  }

  void lost() {
    inbound.end();
    outbound.writabilityChanged();
    conversation.lost();
    Optional.ofNullable(handshake)
        .ifPresent(
            up -> up.completeExceptionally(new ConnectionLost("the client went away", null)));
  }

  void handshakeEnded(@Nullable Throwable failure) {
    CompletableFuture<Void> up = handshake;
    handshake = null;
    encrypted = failure == null;
    if (failure != null) {
      LOG.debug("connection {}: no TLS: {}", id, failure.toString());
      meters.refused(Refusal.TLS);
      channel.close();
    } else if (listener().implicitTls()) {
      ready.accept(this);
    }
    if (up != null && failure == null) {
      up.complete(null);
    } else if (up != null) {
      up.completeExceptionally(failure);
    }
  }

  private void beginTls(@Nullable ByteBuf goAhead, CompletableFuture<Void> up) {
    handshake = up;
    // In one task of the event loop: what came before is dropped, what comes next is TLS.
    inbound.clear();
    outlet.encrypted();
    if (goAhead != null) {
      outlet.send(goAhead, Budget.unlimited());
    }
    Optional<Certificates.Secured> tls = certificates.handler(channel.alloc(), terms.handshake());
    if (tls.isPresent() && channel.isActive()) {
      endPoint = tls.get().endPoint();
      channel.pipeline().addAfter(WIRE, TLS, tls.get().handler());
      channel.read();
    } else {
      handshakeEnded(new IllegalStateException("no usable certificate"));
    }
  }

  /** In one task of the event loop: what comes in behind the go-ahead is compressed. */
  private void beginInflation(@Nullable ByteBuf goAhead, CompletableFuture<Void> up) {
    if (goAhead != null) {
      outlet.send(goAhead, Budget.unlimited());
    }
    if (channel.isActive()) {
      channel.pipeline().addAfter(encrypted ? TLS : WIRE, INFLATION, new Inflation());
      up.complete(null);
    } else {
      up.completeExceptionally(new ConnectionLost("the client went away", null));
    }
  }

  private void silent() {
    if (conversation.silent()) {
      inbound.interrupt("the client was silent for too long");
    }
  }

  // What the conversation's thread tells.

  /** A call into a plugin begins, or none is under way any more. */
  void turn(@Nullable RunningTurn turn) {
    wait.turn(turn);
  }

  /** What lies here counts for this plugin. */
  void count(Budget budget) {
    inbound.count(budget);
    outbound.count(budget);
  }

  long consumed() {
    return inbound.consumed();
  }

  SessionFigures sessionBegins(Host host) {
    SessionFigures begun = meters.session(host.figures(), encrypted);
    figures = begun;
    clock.silenceLimit(terms.loginTime());
    return begun;
  }

  void unreadable() {
    boolean gone = !channel.isActive() || inbound.ended();
    conversation.unreadable(gone ? CloseReason.CLIENT_GONE : CloseReason.ERROR);
  }

  void flushOrClose() {
    try {
      outbound.flush();
    } catch (ConnectionLost e) {
      LOG.debug("connection {} lost: {}", id, e.getMessage());
      unreadable();
    }
  }

  void idle() {
    clock.touch();
  }

  void endOutput() {
    clock.stop();
    flushOrClose();
    outbound.drop();
    inbound.discard();
    Parting.begin(channel, terms.stall());
  }

  void sessionEnded(CloseReason reason) {
    if (figures != null) {
      figures.closed(reason);
    }
  }

  private void startThread() {
    threadAskedFor = System.nanoTime();
    String name = listener().name() + "-" + id;
    if (!LentThread.take(name, this::converse)) {
      // Inherits nothing: neither thread locals nor a plugin's context class loader.
      Thread.ofVirtual().name(name).inheritInheritableThreadLocals(false).start(this::converse);
    }
  }

  private void converse() {
    meters.queued(Duration.ofNanos(System.nanoTime() - threadAskedFor));
    speaker.run();
  }
}
