package org.restante.bench.imap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * A process and all that it started.
 *
 * @param root its first process
 */
record ProcessTree(long root) {
  // In /proc/PID/stat, counted behind the command's name: utime, stime, cutime, cstime.
  private static final int UTIME = 11;
  private static final int TIMES = 4;
  private static final int TICK_MILLIS = 10; // USER_HZ is 100 on every Linux

  /**
   * CPU that all of it has used so far, in milliseconds; what ended counts with its parent, once
   * that has waited for it.
   */
  long cpuMillis() throws IOException {
    long ticks = 0;
    for (long process : processes().toArray()) {
      ticks += ticks(process);
    }
    return ticks * TICK_MILLIS;
  }

  private LongStream processes() {
    LongStream descendants =
        ProcessHandle.of(root).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(ProcessHandle::pid);
    return LongStream.concat(LongStream.of(root), descendants);
  }

  private static long ticks(long process) throws IOException {
    String stat;
    try {
      stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
    } catch (NoSuchFileException ended) {
      return 0; // its parent has its time now
    }
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = UTIME; i < UTIME + TIMES; i++) {
      ticks += Long.parseLong(words[i]);
    }
    return ticks;
  }
}
