package org.restante.rocksdb;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.rocksdb.table.Compression;
import org.restante.rocksdb.table.Tuning;

/**
 * The settings of the engine; {@link RocksConfiguration} says what each is for.
 *
 * @param tuning memory, threads, compression
 * @param gcGrace how long a content without a link is kept
 * @param gcInterval how often those are collected; zero: never by itself
 * @param inOneWrite contents up to this size stay in memory until a batch links them
 * @param chunk octets of a chunk
 * @param reserve octets that contents leave free on the disk
 */
public record RocksSettings(
    Tuning tuning, Duration gcGrace, Duration gcInterval, int inOneWrite, int chunk, long reserve) {

  /** Keys that configuration admin and its agents add by themselves. */
  private static final Pattern FOREIGN =
      Pattern.compile("(service|component|felix|osgi|org\\.osgi|objectClass)(\\..*)?|\\..*");

  private static final String AUTO = "auto";

  /** The engine's share where nobody divides the memory of the process. */
  private static final long MEMORY = 256 << 20;

  /** Checks the bounds. */
  public RocksSettings {
    if (chunk < 4 << 10 || chunk > 1 << 20) {
      throw new IllegalArgumentException("chunk must be 4KiB to 1MiB");
    }
    if (inOneWrite < chunk || inOneWrite > 16 << 20) {
      throw new IllegalArgumentException("inOneWrite must be one chunk to 16MiB");
    }
    if (gcGrace.isNegative() || gcInterval.isNegative() || reserve < 0) {
      throw new IllegalArgumentException("gcGrace, gcInterval and reserve can't be negative");
    }
  }

  /** What holds where nothing is configured. */
  public static RocksSettings defaults() {
    return new RocksSettings(
        new Tuning(MEMORY, 16, 2, Compression.LZ4, Compression.LZ4),
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        256 << 10,
        64 << 10,
        64 << 20);
  }

  static RocksSettings of(RocksConfiguration configured) {
    return of(configured, null);
  }

  /**
   * As configured.
   *
   * @param share octets that the launcher gives to the engine; null: it has not divided any
   */
  static RocksSettings of(RocksConfiguration configured, @Nullable String share) {
    return new RocksSettings(
        new Tuning(
            memory(configured.memory(), share),
            configured.diskThreads(),
            configured.backgroundJobs(),
            configured.rowCompression(),
            configured.contentCompression()),
        Quantity.time("gcGrace", configured.gcGrace()),
        Quantity.time("gcInterval", configured.gcInterval()),
        Math.toIntExact(Quantity.octets("inOneWrite", configured.inOneWrite())),
        Math.toIntExact(Quantity.octets("chunk", configured.chunk())),
        Quantity.octets("reserve", configured.reserve()));
  }

  private static long memory(String configured, @Nullable String share) {
    if (!configured.equals(AUTO)) {
      return Quantity.octets("memory", configured);
    }
    return share == null ? MEMORY : Long.parseLong(share);
  }

  /** Fails where a configuration has a key that we don't know: it would do nothing, silently. */
  static void refuseUnknown(Map<String, ?> configured) {
    Set<String> known =
        Arrays.stream(RocksConfiguration.class.getDeclaredMethods())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(configured.keySet());
    unknown.removeAll(known);
    unknown.removeIf(key -> FOREIGN.matcher(key).matches());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "org.restante.store.rocksdb does not know " + unknown + ", only " + new TreeSet<>(known));
    }
  }

  /** Octets that a draft keeps in memory: whole chunks. */
  int window() {
    return inOneWrite / chunk * chunk;
  }
}
