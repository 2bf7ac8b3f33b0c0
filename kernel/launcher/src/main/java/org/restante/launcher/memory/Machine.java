package org.restante.launcher.memory;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The memory that this process can have: the machine's, or less where a control group limits it.
 * The JDK knows it too, but to ask it takes longer than the rest of the work here.
 *
 * @param root of the file system
 */
record Machine(Path root) {

  private static final Pattern NUMBER = Pattern.compile("(?m)^(?:MemTotal: +)?([0-9]{1,18})\\b");
  private static final Pattern GROUP = Pattern.compile("(?m)^[0-9]+:(memory|):(/.*)$");
  private static final long KIB = 1024;

  /** In octets. */
  long memory() {
    OptionalLong physical = number(root.resolve("proc/meminfo"));
    if (physical.isEmpty()) { // no Linux
      return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getTotalMemorySize();
    }
    return limits().reduce(physical.getAsLong() * KIB, Math::min);
  }

  /** Of the process' groups and of those around them; a group without a limit has none here. */
  private java.util.stream.LongStream limits() {
    return text(root.resolve("proc/self/cgroup")).stream()
        .flatMap(groups -> GROUP.matcher(groups).results())
        .flatMap(group -> limitFiles(group.group(1), group.group(2)))
        .map(Machine::number)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong);
  }

  /** Version 2 of control groups has no name for its one hierarchy. */
  private Stream<Path> limitFiles(String controller, String group) {
    Path hierarchy = root.resolve("sys/fs/cgroup").resolve(controller);
    String name = controller.isEmpty() ? "memory.max" : "memory.limit_in_bytes";
    return Stream.iterate(Path.of(group), path -> path != null, Machine::around)
        .map(path -> hierarchy.resolve(path.toString().substring(1)).resolve(name));
  }

  private static @Nullable Path around(Path group) {
    return group.getParent();
  }

  private static OptionalLong number(Path file) {
    Optional<Matcher> found = text(file).map(NUMBER::matcher).filter(Matcher::find);
    return found.isPresent()
        ? OptionalLong.of(Long.parseLong(found.get().group(1)))
        : OptionalLong.empty();
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
