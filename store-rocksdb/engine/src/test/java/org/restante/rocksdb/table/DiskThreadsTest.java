package org.restante.rocksdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DiskThreadsTest {

  @Test
  void aThreadKeepsNothingOfItsFirstCaller() throws Exception {
    AtomicReference<@Nullable ClassLoader> seen = new AtomicReference<>();
    try (DiskThreads disk = new DiskThreads(1);
        URLClassLoader callers = new URLClassLoader(new URL[0])) {
      Runnable caller =
          () -> {
            Thread.currentThread().setContextClassLoader(callers);
            seen.set(disk.call(() -> Thread.currentThread().getContextClassLoader()));
          };
      Thread.ofVirtual().start(caller).join();
      assertThat(seen.get()).isSameAs(ClassLoader.getSystemClassLoader());
    }
  }
}
