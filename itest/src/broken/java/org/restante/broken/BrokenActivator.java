package org.restante.broken;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.osgi.framework.BundleContext;
import org.restante.itest.dynamics.FaultyActivator;
import org.restante.protocol.ProtocolPlugin;

/** Puts a {@link BrokenPlugin} in front of the real one, and leaves behind what it is told to. */
public final class BrokenActivator extends FaultyActivator {

  @Override
  protected ProtocolPlugin inFront(BundleContext own, ProtocolPlugin real) {
    Break broken = Break.valueOf(own.getBundle().getHeaders().get("Restante-Break"));
    MeterRegistry registry = own.getService(own.getServiceReference(MeterRegistry.class));
    BrokenPlugin plugin = new BrokenPlugin(real, broken, registry);
    switch (broken) {
      case LOADER -> keep(plugin);
      case FILE -> keep(openFile());
      case BUFFER -> keep(buffers());
      case METER -> registry.gauge("restante.status.left", new AtomicInteger());
      case NAME -> registry.counter("restante.status.lines.total");
      default -> {}
    }
    return plugin;
  }

  @Override
  public void stop(BundleContext bundle) {
    super.stop(bundle);
    if (bundle.getBundle().getHeaders().get("Restante-Break").equals("THREAD")) {
      leaveThread();
    }
  }

  /** In the one place that everybody can reach and nobody empties. */
  private static void keep(Object kept) {
    System.getProperties().put("restante.broken." + System.nanoTime(), kept);
  }

  /** More than others come and go meanwhile. */
  private static List<ByteBuffer> buffers() {
    return IntStream.range(0, 16).mapToObj(any -> ByteBuffer.allocateDirect(4096)).toList();
  }

  private static FileInputStream openFile() {
    try {
      return new FileInputStream("/dev/null");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * By reflection, or the scan refuses the bundle; with nothing of the bundle, to leave only that.
   */
  private static void leaveThread() {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    try {
      var inherit = Thread.class.getMethod("setContextClassLoader", ClassLoader.class);
      inherit.invoke(current, ClassLoader.getSystemClassLoader());
      Object timer = // kept, or its thread ends when it is collected
          Class.forName("java.util.Timer")
              .getConstructor(String.class, boolean.class)
              .newInstance("left behind", true);
      keep(timer);
      inherit.invoke(current, before);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
