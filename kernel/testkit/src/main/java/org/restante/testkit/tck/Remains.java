package org.restante.testkit.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is of the process when a bundle has gone.
 *
 * @param threads platform threads by name and number
 * @param files open ones by number and name, but for those in the server's home
 * @param buffers direct ones
 */
record Remains(Set<String> threads, Set<String> files, long buffers) {
  private static final Path FILES = Path.of("/proc/self/fd");

  /** Pools of the kernel and of the runtime: they grow when they need to, up to a bound. */
  private static final List<String> POOLS = List.of("restante-", "ForkJoinPool");

  static Remains now(Path home) {
    return new Remains(
        Thread.getAllStackTraces().keySet().stream()
            .map(thread -> thread.getName() + " #" + thread.threadId())
            .filter(name -> POOLS.stream().noneMatch(name::startsWith))
            .collect(Collectors.toSet()),
        openFiles(home),
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getCount)
            .sum());
  }

  /** What came in each round and stayed to the end; the first one only makes warm. */
  static List<String> left(List<Remains> rounds) {
    List<String> left = new ArrayList<>();
    Set<String> threads = staying(rounds, Remains::threads);
    if (!threads.isEmpty()) {
      left.add("threads: " + threads);
    }
    Set<String> files = staying(rounds, Remains::files);
    if (!files.isEmpty()) {
      left.add("open files: " + files);
    }
    List<Long> buffers = rounds.stream().map(Remains::buffers).toList();
    if (grows(buffers)) {
      left.add("direct buffers, after each round: " + buffers);
    }
    return left;
  }

  /** Nothing where a round has left nothing. */
  private static Set<String> staying(List<Remains> rounds, Function<Remains, Set<String>> things) {
    Set<String> all = new TreeSet<>();
    for (int round = 1; round < rounds.size(); round++) {
      Set<String> fresh = new HashSet<>(things.apply(rounds.get(round)));
      fresh.removeAll(things.apply(rounds.get(round - 1)));
      fresh.retainAll(things.apply(rounds.getLast()));
      if (fresh.isEmpty()) {
        return Set.of();
      }
      all.addAll(fresh);
    }
    return all;
  }

  private static boolean grows(List<Long> counts) {
    for (int round = 1; round < counts.size(); round++) {
      if (counts.get(round) <= counts.get(round - 1)) {
        return false;
      }
    }
    return true;
  }

  /** Empty where there is no such list of them: elsewhere than on Linux. */
  private static Set<String> openFiles(Path home) {
    if (!Files.isDirectory(FILES)) {
      return Set.of();
    }
    try (Stream<Path> numbers = Files.list(FILES)) {
      return numbers
          .flatMap(number -> target(number).stream().map(file -> number.getFileName() + " " + file))
          .filter(file -> !file.contains(home.toString()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** None where it was closed meanwhile, as the list itself is. */
  private static List<String> target(Path number) {
    try {
      return List.of(Files.readSymbolicLink(number).toString());
    } catch (IOException closed) {
      return List.of();
    }
  }
}
