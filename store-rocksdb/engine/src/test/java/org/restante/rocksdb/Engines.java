package org.restante.rocksdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobDraft;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.rocksdb.table.Compression;
import org.restante.rocksdb.table.Database;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.Tuning;

/** What the engine's tests share. */
final class Engines {
  /** Small, so that limits are near; nothing is collected unless a test says so. */
  static final RocksSettings SETTINGS =
      new RocksSettings(
          new Tuning(32 << 20, 8, 2, Compression.LZ4, Compression.ZSTD),
          Duration.ofHours(1),
          Duration.ZERO,
          128 << 10,
          16 << 10,
          0);

  private Engines() {}

  static RocksKeyValueEngine open(Path directory) {
    return RocksKeyValueEngine.open(directory, SETTINGS, new SimpleMeterRegistry());
  }

  static byte[] octets(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Octets that differ from position to position and do not compress. */
  static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  static BlobId name(byte[] content) {
    return ContentName.of(content);
  }

  /** A content that is stored and linked by (account 1, owner). */
  static BlobId stored(KeyValueEngine engine, byte[] content, long owner) {
    try (BlobDraft draft = engine.blobs().draft()) {
      draft.write(content, 0, content.length);
      BlobId blob = draft.seal();
      try (Batch batch = engine.partition(1).batch()) {
        batch.link(blob, owner, new byte[0]).commit(Durability.SYNC);
      }
      return blob;
    }
  }

  static void unlink(KeyValueEngine engine, BlobId blob, long owner) {
    try (Batch batch = engine.partition(1).batch()) {
      batch.unlink(blob, owner).commit(Durability.BUFFERED);
    }
  }

  static void put(KeyValueEngine engine, long account, String key, String value) {
    try (Batch batch = engine.partition(account).batch()) {
      batch.put(octets(key), octets(value)).commit(Durability.SYNC);
    }
  }

  /** The rows of a table, counted one by one. */
  static int rows(KeyValueEngine engine, Table table) {
    byte[] end = new byte[64];
    Arrays.fill(end, (byte) 0xff);
    Span all = Span.of(table, new byte[0], end);
    return database(engine).scan(all, null, (key, value) -> true);
  }

  static Database database(KeyValueEngine engine) {
    return ((Contents) engine.blobs()).database();
  }

  static LeftFiles left(KeyValueEngine engine) {
    return ((Contents) engine.blobs()).left();
  }

  static FiledContents filed(KeyValueEngine engine) {
    return ((Contents) engine.blobs()).filed();
  }

  /** The contents that are files of their own, by storage number. */
  static List<Path> files(KeyValueEngine engine) {
    return database(engine)
        .files()
        .read("all", files -> files.numbers().stream().sorted().map(files::path).toList());
  }

  /** Contents that somebody works with now. */
  static int holds(KeyValueEngine engine) {
    return ((Contents) engine.blobs()).holds().size();
  }

  static byte[] read(KeyValueEngine engine, BlobId blob) {
    try (BlobContent content = engine.blobs().open(blob)) {
      byte[] octets = new byte[Math.toIntExact(content.size())];
      content.read(0, octets, 0, octets.length);
      return octets;
    }
  }
}
