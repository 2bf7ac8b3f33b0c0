package org.restante.core.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is forbidden and why. Owners are internal names; one that ends in / is a package. */
public enum Forbidden {
  /** Ports are the kernel's. */
  PORTS(
      "ports are the kernel's: offer a ProtocolPlugin and configure a listener",
      Set.of(
          "java/net/ServerSocket",
          "java/net/DatagramSocket",
          "java/net/MulticastSocket",
          "java/nio/channels/ServerSocketChannel",
          "java/nio/channels/AsynchronousServerSocketChannel",
          "java/nio/channels/DatagramChannel",
          "javax/net/ServerSocketFactory",
          "javax/net/ssl/SSLServerSocketFactory",
          "com/sun/net/httpserver/"),
      Set.of()),
  /** Event loops too. */
  EVENT_LOOPS(
      "event loops are the kernel's: use Connection",
      Set.of(
          "io/netty/bootstrap/",
          "io/netty/channel/",
          "io/netty/util/concurrent/",
          "io/netty/util/HashedWheelTimer"),
      Set.of()),
  /** Rows and contents are the store's. */
  RAW_STORE(
      "rows and contents are the store's: use MailStore",
      Set.of("org/rocksdb/", "org/restante/keyvalue/", "org/restante/blob/", "org/restante/core/"),
      Set.of()),
  /** Executors and loops are the kernel's. */
  THREADS(
      "executors and loops are the kernel's: sessions run on its threads, wakeAfter is the timer",
      Set.of(
          "java/util/Timer",
          "java/util/concurrent/Executors",
          "java/util/concurrent/ThreadPoolExecutor",
          "java/util/concurrent/ScheduledThreadPoolExecutor",
          "java/util/concurrent/ForkJoinPool",
          "java/util/concurrent/StructuredTaskScope",
          "java/lang/Thread$Builder",
          "java/lang/Thread$Builder$OfPlatform",
          "java/lang/Thread$Builder$OfVirtual"),
      Set.of(
          "java/lang/Thread.<init>",
          "java/lang/Thread.start",
          "java/lang/Thread.startVirtualThread",
          "java/lang/Thread.ofVirtual",
          "java/lang/Thread.ofPlatform",
          "java/lang/Thread.setContextClassLoader",
          "java/util/concurrent/CompletableFuture.*Async",
          "java/util/concurrent/CompletableFuture.delayedExecutor",
          "java/util/concurrent/CompletableFuture.orTimeout",
          "java/util/concurrent/CompletableFuture.completeOnTimeout")),
  /** The process is not a plugin's to end. */
  PROCESS(
      "the process belongs to all: throw where you can't go on",
      Set.of("java/lang/ProcessBuilder"),
      Set.of(
          "java/lang/System.exit",
          "java/lang/Runtime.exit",
          "java/lang/Runtime.halt",
          "java/lang/Runtime.exec",
          "java/lang/Runtime.addShutdownHook")),
  /** Nothing below Java. */
  NATIVE(
      "nothing below Java: it could end the process or read others' memory",
      Set.of("sun/misc/Unsafe", "jdk/internal/", "java/lang/foreign/"),
      Set.of(
          "java/lang/System.load",
          "java/lang/System.loadLibrary",
          "java/lang/Runtime.load",
          "java/lang/Runtime.loadLibrary")),
  /** What can't be woven can't be stopped. */
  OLD_CLASSES("its loops could not be stopped: build it for Java 11 or newer", Set.of(), Set.of()),
  /** Bundles come by the operator. */
  BUNDLES(
      "bundles come by the operator: put the other jar into deploy/ too",
      Set.of(),
      Set.of(
          "org/osgi/framework/BundleContext.installBundle",
          "org/osgi/framework/Bundle.uninstall",
          "org/osgi/framework/Bundle.update"));

  private final String instead;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> owners;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> methods;

  Forbidden(String instead, Set<String> owners, Set<String> methods) {
    this.instead = instead;
    this.owners = owners;
    this.methods = methods;
  }

  /** Why, and what to do instead. */
  public String instead() {
    return instead;
  }

  /** The rule that a use of a class breaks. */
  static Optional<Forbidden> type(String owner) {
    Forbidden rule = Rules.OWNERS.get(owner);
    for (int slash = owner.indexOf('/'); rule == null && slash >= 0; ) {
      rule = Rules.OWNERS.get(owner.substring(0, slash + 1));
      slash = owner.indexOf('/', slash + 1);
    }
    return Optional.ofNullable(rule);
  }

  /** The rule that a call breaks. */
  static Optional<Forbidden> call(String owner, String method) {
    return type(owner)
        .or(() -> Optional.ofNullable(Rules.METHODS.get(owner + "." + method)))
        .or(
            () ->
                method.endsWith("Async")
                    ? Optional.ofNullable(Rules.METHODS.get(owner + ".*Async"))
                    : Optional.empty());
  }

  /** Rules by what they name: a scan asks at every call. */
  private static final class Rules {
    static final Map<String, Forbidden> OWNERS = by(rule -> rule.owners);
    static final Map<String, Forbidden> METHODS = by(rule -> rule.methods);

    private Rules() {}

    private static Map<String, Forbidden> by(Function<Forbidden, Set<String>> names) {
      Map<String, Forbidden> rules = new HashMap<>();
      for (Forbidden rule : values()) {
        names.apply(rule).forEach(name -> rules.put(name, rule));
      }
      return Map.copyOf(rules);
    }
  }
}
