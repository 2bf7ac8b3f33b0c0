package org.restante.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobId;
import org.restante.rocksdb.backup.RocksBackups;

/** Every declared meter is there from the start, counts, and leaves or stays as it should. */
class EngineMetersTest {
  @TempDir Path directory;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private RocksKeyValueEngine open() {
    return RocksKeyValueEngine.open(directory, Engines.SETTINGS, registry);
  }

  @Test
  void theDeclaredMetersAreThereFromTheStart() {
    Set<String> declared =
        Arrays.stream(RocksMeters.values()).map(RocksMeters::meter).collect(Collectors.toSet());
    declared.remove(RocksMeters.BACKUP_LAST_SUCCESS.meter());
    try (RocksKeyValueEngine engine = open();
        RocksBackups backups = RocksBackups.of(engine, directory, registry)) {
      assertThat(names()).isEqualTo(declared);
      assertThat(backups.list(directory.resolve("none"))).isEmpty();
      assertThat(registry.get("restante.storage.free").gauge().value()).isPositive();
      assertThat(engine.blobs().figures().blobs()).isZero();
    }
  }

  @Test
  void gaugesLeaveWithTheEngineAndCountersGoOn() {
    try (RocksKeyValueEngine engine = open()) {
      Engines.put(engine, 1, "k", "v");
    }
    assertThat(names()).contains("restante.commit").doesNotContain("restante.storage.size");
    try (RocksKeyValueEngine engine = open()) {
      Engines.put(engine, 1, "k", "v");
      assertThat(registry.get("restante.commit").tag("durability", "sync").timer().count())
          .isEqualTo(2);
      assertThat(registry.get("restante.commit.batch").tag("durability", "sync").summary().max())
          .isEqualTo(1);
    }
  }

  @Test
  void contentsAreMeasured() {
    try (RocksKeyValueEngine engine = open()) {
      BlobId blob = Engines.stored(engine, Engines.noise(200_000), 1);
      assertThat(size("unique")).isEqualTo(200_000);
      assertThat(size("physical")).isGreaterThan(200_000);
      Engines.read(engine, blob);
      try (BlobContent content = engine.blobs().open(blob)) {
        content.read(100_000, new byte[10], 0, 10);
      }
      assertThat(registry.get("restante.blob.read").tag("kind", "full").timer().count()).isOne();
      assertThat(registry.get("restante.blob.read").tag("kind", "range").timer().count()).isOne();
      Engines.unlink(engine, blob, 1);
      assertThat(registry.get("restante.blob.garbage").tag("kind", "content").gauge().value())
          .isEqualTo(200_000);
      engine.blobs().collect(Duration.ZERO);
      assertThat(registry.get("restante.blob.garbage").tag("kind", "content").gauge().value())
          .isZero();
      assertThat(registry.get("restante.gc.reclaimed").tag("kind", "content").counter().count())
          .isEqualTo(200_000);
    }
  }

  private double size(String kind) {
    return registry.get("restante.storage.size").tag("kind", kind).gauge().value();
  }

  private Set<String> names() {
    return registry.getMeters().stream()
        .map(Meter::getId)
        .map(Meter.Id::getName)
        // how the simple registry shows buckets
        .filter(name -> !name.endsWith(".histogram"))
        .collect(Collectors.toSet());
  }
}
