package org.restante.core.listener;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.connection.ClientConnection;
import org.restante.core.limits.Limits;
import org.restante.core.transport.EventLoops;
import org.restante.protocol.CloseReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All live connections. When the framework begins to stop, before any bundle does, they say
 * goodbye; plugins stop before the kernel, and a session can't speak without its plugin.
 */
@Component(service = Connections.class)
public final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final Duration CUT_TIME = Duration.ofSeconds(1);

  private final Limits limits;
  private final Runnable unlisten;
  private final Set<ClientConnection> live = ConcurrentHashMap.newKeySet();
  private final Set<Runnable> doors = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closing = new AtomicBoolean();

  /** Set when the doors are closed: who was accepted before is greeted before he has to go. */
  private volatile boolean stopping;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();

  /**
   * Listens for the framework's end.
   *
   * @param loops must outlive the connections
   */
  @Activate
  public Connections(@Reference Limits limits, @Reference EventLoops loops, BundleContext context) {
    this.limits = limits;
    LOG.debug("connections run on {}", loops.group());
    SynchronousBundleListener listener = this::onBundleEvent;
    context.addBundleListener(listener);
    unlisten = () -> context.removeBundleListener(listener);
  }

  /** Without a framework. */
  public Connections(Limits limits) {
    this.limits = limits;
    unlisten = () -> {};
  }

  /**
   * How a listener is closed when the server stops: before the sessions say goodbye, so that nobody
   * is let in who would have to go at once.
   */
  void closeFirst(Runnable door) {
    doors.add(door);
  }

  /** The listener is closed. */
  void closed(Runnable door) {
    doors.remove(door);
  }

  /** Whether there is room for one more. */
  boolean admits() {
    return live.size() < limits.maxConnections();
  }

  /** A connection is there. */
  void add(ClientConnection connection) {
    live.add(connection);
    connection.whenClosed(() -> remove(connection));
    if (stopping) {
      connection.farewell(CloseReason.SHUTDOWN);
    }
  }

  /** How many there are. */
  public int size() {
    return live.size();
  }

  /** All sessions say goodbye; who has not in time is cut. */
  public void close() {
    if (closing.getAndSet(true)) {
      return;
    }
    doors.forEach(Runnable::run);
    stopping = true;
    live.forEach(connection -> connection.farewell(CloseReason.SHUTDOWN));
    if (!awaitEmpty(limits.shutdown())) {
      LOG.warn("cutting {} connections that do not end", live.size());
      live.forEach(ClientConnection::abort);
      awaitEmpty(CUT_TIME);
    }
  }

  @Deactivate
  void deactivate() {
    unlisten.run();
    close();
  }

  private void onBundleEvent(BundleEvent event) {
    if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
      close();
    }
  }

  private void remove(ClientConnection connection) {
    live.remove(connection);
    lock.lock();
    try {
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitEmpty(Duration limit) {
    long rest = limit.toNanos();
    lock.lock();
    try {
      while (!live.isEmpty() && rest > 0) {
        rest = left.awaitNanos(rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return live.isEmpty();
  }
}
