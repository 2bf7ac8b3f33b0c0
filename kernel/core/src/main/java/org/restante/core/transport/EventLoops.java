package org.restante.core.transport;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.restante.core.meter.KernelMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event loops of all listeners and connections. */
@Component(service = EventLoops.class)
public final class EventLoops {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);
  private static final Duration LAG_PERIOD = Duration.ofSeconds(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
  private static final String EARLY = "(restante.sockets=early)";

  private final Transport transport = Transport.best();
  private final EventLoopGroup group;
  private final Queue<ServerSocketChannel> early;

  /** With the sockets that the launcher has opened, if there is one. */
  @Activate
  public EventLoops(BundleContext context, @Reference KernelMeters meters) {
    this(meters, early(context));
  }

  /** Starts one loop for each processor, two at least. */
  public EventLoops(KernelMeters meters) {
    this(meters, new ConcurrentLinkedQueue<>());
  }

  private EventLoops(KernelMeters meters, Queue<ServerSocketChannel> early) {
    this.early = early;
    int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
    group = new MultiThreadIoEventLoopGroup(loops, threads(), transport.handlers());
    group.forEach(loop -> measureLag(loop, meters));
    LOG.info("{} event loops on {}", loops, transport.name());
  }

  /** The loops. */
  public EventLoopGroup group() {
    return group;
  }

  /** A listening socket on that address which was opened for this process, and not used yet. */
  public Optional<ServerChannel> handed(InetSocketAddress address) {
    return transport.handed().take(address, early);
  }

  /** The type of listening sockets. */
  public Class<? extends ServerChannel> serverChannel() {
    return transport.serverChannel();
  }

  /** What writes to a registered channel's socket directly. */
  public DirectWriter writer(Channel channel) {
    return transport.writers().apply(channel);
  }

  /** Waits until the loops have done what they were given so far. Not to be called on one. */
  public void settle() {
    group.forEach(loop -> loop.submit(() -> {}).awaitUninterruptibly());
  }

  /** Ends the loops; connections that are still open are cut. */
  @Deactivate
  public void close() {
    group.shutdownGracefully(0, STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    group.terminationFuture().awaitUninterruptibly(STOP_LIMIT.toMillis() * 2);
  }

  @SuppressWarnings("unchecked") // the launcher's promise
  private static Queue<ServerSocketChannel> early(BundleContext context) {
    try {
      return context.getServiceReferences(Queue.class, EARLY).stream()
          .findFirst()
          .map(found -> (Queue<ServerSocketChannel>) context.getService(found))
          .orElseGet(ConcurrentLinkedQueue::new);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ThreadFactory threads() {
    DefaultThreadFactory factory = new DefaultThreadFactory("restante-io", true);
    return task -> {
      Thread thread = factory.newThread(task);
      // Not that of whoever opened the first connection: it could be a plugin's.
      thread.setContextClassLoader(EventLoops.class.getClassLoader());
      return thread;
    };
  }

  private static void measureLag(EventExecutor loop, KernelMeters meters) {
    long[] due = {System.nanoTime() + LAG_PERIOD.toNanos()};
    loop.scheduleWithFixedDelay(
        () -> {
          long now = System.nanoTime();
          meters.eventLoopLag(Duration.ofNanos(Math.max(0, now - due[0])));
          due[0] = now + LAG_PERIOD.toNanos();
        },
        LAG_PERIOD.toNanos(),
        LAG_PERIOD.toNanos(),
        TimeUnit.NANOSECONDS);
  }
}
