package org.restante.launcher.home;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The engine's bundles as plain jars, for what is done while no server runs: this program knows no
 * engine, the distribution has one.
 */
public final class EngineJars {

  private static final String RESTORED_STORE = "org.restante.rocksdb.backup.RestoredStore";

  private final Distribution distribution;

  /** Of a distribution. */
  public EngineJars(Distribution distribution) {
    this.distribution = distribution;
  }

  /**
   * Copies a backup into a directory that does not exist yet, every octet checked.
   *
   * @param backup which one; empty: the newest
   * @param progress gets octets done, and octets to do
   * @return the number of the backup
   */
  public long restore(
      Path backups, OptionalLong backup, Path target, BiConsumer<Long, Long> progress)
      throws IOException {
    try (URLClassLoader jars = jars()) {
      return (Long)
          jars.loadClass(RESTORED_STORE)
              .getMethod("restore", Path.class, OptionalLong.class, Path.class, BiConsumer.class)
              .invoke(null, backups, backup, target, progress);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException("the engine does not restore", failed.getCause());
    } catch (ReflectiveOperationException other) {
      throw new IOException("this distribution has no engine that can restore", other);
    }
  }

  private URLClassLoader jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.walk(distribution.bundles(), 2)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    return new URLClassLoader(jars.toArray(URL[]::new), EngineJars.class.getClassLoader());
  }
}
