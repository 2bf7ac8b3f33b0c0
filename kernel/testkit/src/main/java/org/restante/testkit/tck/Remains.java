package org.restante.testkit.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is of the process when a bundle has gone.
 *
 * @param threads platform threads by name and number
 * @param files open ones
 * @param buffers direct ones
 */
record Remains(Set<String> threads, long files, long buffers) {
  private static final Path FILES = Path.of("/proc/self/fd");

  /** The kernel's pools grow when they need to, up to a bound. */
  private static final String KERNEL = "restante-";

  static Remains now() {
    return new Remains(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().startsWith(KERNEL))
            .map(thread -> thread.getName() + " #" + thread.threadId())
            .collect(Collectors.toCollection(TreeSet::new)),
        openFiles(),
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getCount)
            .sum());
  }

  /** What is more after each round; the first one only makes warm. */
  static List<String> growing(List<Remains> rounds) {
    List<String> left = new ArrayList<>();
    if (grows(rounds, each -> each.threads.size())) {
      Set<String> more = new TreeSet<>(rounds.getLast().threads);
      more.removeAll(rounds.getFirst().threads);
      left.add("threads: " + more);
    }
    if (grows(rounds, Remains::files)) {
      left.add("open files, after each round: " + rounds.stream().map(Remains::files).toList());
    }
    if (grows(rounds, Remains::buffers)) {
      left.add("direct buffers, after each round: " + rounds.stream().map(Remains::buffers).toList());
    }
    return left;
  }

  private static boolean grows(List<Remains> rounds, ToLongFunction<Remains> figure) {
    for (int round = 1; round < rounds.size(); round++) {
      if (figure.applyAsLong(rounds.get(round)) <= figure.applyAsLong(rounds.get(round - 1))) {
        return false;
      }
    }
    return rounds.size() > 1;
  }

  private static long openFiles() {
    if (!Files.isDirectory(FILES)) {
      return 0; // no Linux: not seen
    }
    try (Stream<Path> files = Files.list(FILES)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
