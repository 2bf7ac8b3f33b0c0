package org.restante.launcher.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the memory of a server is divided; all numbers are octets of resident memory. What the JVM
 * and the libraries take whatever the load comes off first; heap, engine and network share the
 * rest, of which a sixteenth is nobody's: allocators do not give back everything at once.
 *
 * @param total what the process may take
 */
public record Budget(long total) {

  /** The system property that hands the amount from the start script to the server. */
  public static final String PROPERTY = "restante.memory";

  static final long MIB = 1L << 20;
  static final long GIB = 1L << 30;

  /** With less, two logins at a time would not fit beside the classes. */
  static final long LEAST = 384 * MIB;

  /** Classes, compiled code, stacks, mapped libraries. */
  private static final long FIXED = 176 * MIB;

  /** A heap beyond this serves nobody: letters and rows pass through it, caches are elsewhere. */
  private static final long LARGEST_HEAP = 16 * GIB;

  private static final int PARTS = 16;
  private static final int HEAP_PARTS = 7;
  private static final int NETWORK_PARTS = 2;
  private static final int COLLECTOR = 8;
  private static final int VIEWS = 8;

  /** Checks the bound. */
  public Budget {
    if (total < LEAST) {
      throw new IllegalArgumentException(
          "memory is %d MiB; a server needs %d at least".formatted(total / MIB, LEAST / MIB));
    }
  }

  /** The amount where nobody has set one: a quarter of the machine, between 512 MiB and 4 GiB. */
  static Budget ofMachine(long memory) {
    return new Budget(Math.clamp(memory / 4, 512 * MIB, 4 * GIB));
  }

  /** The budget of this process, if the start script has given it one. */
  public static Optional<Budget> current() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Long::valueOf).map(Budget::new);
  }

  /** Of the JVM's heap. */
  public long heap() {
    return Math.min(rest() / PARTS * HEAP_PARTS, LARGEST_HEAP);
  }

  /** Of cached views of mailboxes, within the heap. */
  public long views() {
    return heap() / VIEWS;
  }

  /** Of the buffers between sockets and sessions. */
  public long network() {
    return Math.min(rest() / PARTS * NETWORK_PARTS, LARGEST_HEAP / COLLECTOR);
  }

  /** Of the JVM itself: the fixed part, and the collector's tables, which grow with the heap. */
  public long jvm() {
    return FIXED + heap() / COLLECTOR;
  }

  /** Of the engine: block cache, memtables, and what flushes and compactions work with. */
  public long engine() {
    return total - jvm() - heap() - network() - rest() / PARTS;
  }

  /** As the bundles are told: octets by the property of the framework. */
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(PROPERTY, Long.toString(total));
    properties.put(PROPERTY + ".heap", Long.toString(heap()));
    properties.put(PROPERTY + ".views", Long.toString(views()));
    properties.put(PROPERTY + ".native", Long.toString(engine()));
    properties.put(PROPERTY + ".network", Long.toString(network()));
    properties.put(PROPERTY + ".jvm", Long.toString(jvm()));
    return properties;
  }

  private long rest() {
    return total - FIXED;
  }
}
