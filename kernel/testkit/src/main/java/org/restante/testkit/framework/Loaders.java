package org.restante.testkit.framework;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;

/**
 * The class loaders of bundles that go, and which of them stay reachable. The JVM must run with
 * {@code -XX:SoftRefLRUPolicyMSPerMB=0}: what is reachable softly goes only when memory is short.
 */
public final class Loaders {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Duration limit;
  private final ReferenceQueue<ClassLoader> cleared = new ReferenceQueue<>();
  private final Map<Reference<ClassLoader>, String> watched = new LinkedHashMap<>();
  private int count;

  /** Collecting goes on for as long as it may reasonably take. */
  public Loaders() {
    this(LIMIT);
  }

  /** Collecting goes on for this long at most. */
  Loaders(Duration limit) {
    this.limit = limit;
  }

  /** Watches the class loader that a bundle has now. */
  public void watch(Bundle bundle, String which) {
    watch(FrameworkView.loader(bundle), bundle + " " + which);
  }

  void watch(ClassLoader loader, String which) {
    watched.put(new WeakReference<>(loader, cleared), which);
    count++;
  }

  /** How many were watched. */
  public int watched() {
    return count;
  }

  /** The bundles whose class loaders are still there when collecting has gone on long enough. */
  public List<String> left() {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!watched.isEmpty() && System.nanoTime() < deadline) {
      System.gc();
      forget();
    }
    return new ArrayList<>(watched.values());
  }

  /** Where to look for who holds them: a heap dump. */
  public static String dump(Path target) {
    try {
      Files.deleteIfExists(target);
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
              "dumpHeap",
              new Object[] {target.toString(), true},
              new String[] {"java.lang.String", "boolean"});
      return "who holds them: ways to the roots in " + target;
    } catch (IOException | JMException failed) {
      return "no heap dump: " + failed;
    }
  }

  private void forget() {
    try {
      Reference<?> gone = cleared.remove(200);
      while (gone != null) {
        watched.remove(gone);
        gone = cleared.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
