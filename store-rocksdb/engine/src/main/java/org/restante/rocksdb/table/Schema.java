package org.restante.rocksdb.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.restante.blob.BlobId;

/**
 * The whole schema: every table, its keys and its values, octet by octet.
 *
 * <p>Numbers are big-endian, so that unsigned octet order is their order; only META is
 * little-endian, because RocksDB adds to it ({@code uint64add}).
 *
 * <p>Who changes a layout raises {@link #FORMAT} and brings the migration along.
 */
public final class Schema {

  /**
   * The layout that this code reads and writes. A database with a higher one is refused. One of
   * format 1 differs in the names of contents, one of format 2 has none that are files: what was
   * stored in them is read as it is.
   */
  public static final long FORMAT = 3;

  /** Longest key of a caller; with the account in front 255 octets. */
  public static final int CALLER_KEY = 247;

  private static final int LINK_LENGTH = BlobId.LENGTH + 2 * Long.BYTES;

  private Schema() {}

  /** The tables, by access pattern; each is one column family. */
  public enum Table {

    /**
     * Numbers by name.
     *
     * <pre>
     * key   | name (ASCII)              |
     * value | number (8, little-endian) |
     * </pre>
     */
    META("default"),

    /**
     * The rows of the callers, an account's side by side. Bloom filters on the account and on the
     * key.
     *
     * <pre>
     * key   | account (8) | key of the caller (0..247) |
     * value | value of the caller (0..65536)           |
     * </pre>
     */
    ROWS("rows"),

    /**
     * The octets of contents, in blob files; those of longer ones are files of their own ({@link
     * org.restante.rocksdb.file}). Never overwritten: a storage number is used once.
     *
     * <pre>
     * key   | storage number (8) | chunk from 0 (4) |
     * value | octets; only the last chunk is short  |
     * </pre>
     */
    CHUNKS("chunks"),

    /**
     * The contents by name: 128-bit XXH3, length, zeros. Format 1 had the SHA-256, and what has
     * such a name keeps it.
     *
     * <pre>
     * key   | XXH3 (16) | octets (8) | 0 (8) |
     * value | storage number (8) | octets (8) | octets of a chunk (4) | sealed, ms (8) | garbage since, ms; 0: linked (8) |
     *       | … 1 (1): its octets are a file; absent: they are in CHUNKS |
     * </pre>
     */
    CONTENTS("contents"),

    /**
     * Who uses a content. Bloom filter on the name.
     *
     * <pre>
     * key   | name (32) | account (8) | owner (8) |
     * value | what the caller told about it (0..256) |
     * </pre>
     */
    LINKS("links"),

    /**
     * Contents without a link in the order in which they lost it: a row here is a content's
     * "garbage since" in CONTENTS, and the other way round.
     *
     * <pre>
     * key   | garbage since, ms (8) | name (32) |
     * value | (empty) |
     * </pre>
     */
    GARBAGE("garbage"),

    /**
     * Storage numbers whose chunks or file belong to nothing: of drafts that are not sealed, and of
     * files that are being removed. What a start finds here a crash has left.
     *
     * <pre>
     * key   | storage number (8) |
     * value | (empty) |
     * </pre>
     */
    DRAFTS("drafts");

    private final String family;

    Table(String family) {
      this.family = family;
    }

    /** The name of the column family. */
    public byte[] family() {
      return family.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** The rows of META. */
  public enum Entry {
    /** {@link Schema#FORMAT}. */
    FORMAT_VERSION("format"),
    /** Storage numbers from here on were never handed out. */
    NEXT_STORAGE("storage.next"),
    /** Rows of CONTENTS. */
    CONTENTS("contents"),
    /** The octets of all contents. */
    OCTETS("contents.octets"),
    /** The octets of contents without a link. */
    GARBAGE("contents.garbage"),
    /** Each file of a content with a lower storage number has a row in CONTENTS or DRAFTS. */
    FILES_PROVED("files.proved");

    private final String key;

    Entry(String key) {
      this.key = key;
    }

    /** The key in META. */
    public byte[] key() {
      return key.getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** A value of META. */
  public static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  /** Reads a value of META. */
  public static long number(byte[] value) {
    return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** A key of ROWS. */
  public static byte[] row(long account, byte[] key) {
    return ByteBuffer.allocate(Long.BYTES + key.length).putLong(account).put(key).array();
  }

  /** The first key behind an account's rows. */
  public static byte[] rowsEnd(long account) {
    if (account != -1) {
      return number8(account + 1);
    }
    return behind(Long.BYTES + CALLER_KEY);
  }

  /** A key behind all keys of up to so many octets. */
  public static byte[] behind(int length) {
    byte[] end = new byte[length + 1];
    Arrays.fill(end, (byte) 0xff);
    return end;
  }

  /** A key of CHUNKS. */
  public static byte[] chunk(long storage, int chunk) {
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(storage).putInt(chunk).array();
  }

  /** A key of LINKS. */
  public static byte[] link(BlobId blob, long account, long owner) {
    return ByteBuffer.allocate(LINK_LENGTH)
        .put(blob.octets())
        .putLong(account)
        .putLong(owner)
        .array();
  }

  /** The account of a key of LINKS. */
  public static long linkAccount(byte[] key) {
    return ByteBuffer.wrap(key).getLong(BlobId.LENGTH);
  }

  /** The owner of a key of LINKS. */
  public static long linkOwner(byte[] key) {
    return ByteBuffer.wrap(key).getLong(BlobId.LENGTH + Long.BYTES);
  }

  /** The content of a key of LINKS. */
  public static BlobId linkBlob(byte[] key) {
    return new BlobId(Arrays.copyOf(key, BlobId.LENGTH));
  }

  /** The first key behind a content's links. */
  public static byte[] linksEnd(BlobId blob) {
    return Arrays.copyOf(link(blob, -1, -1), LINK_LENGTH + 1);
  }

  /** A key of GARBAGE. */
  public static byte[] garbage(long since, BlobId blob) {
    return ByteBuffer.allocate(Long.BYTES + BlobId.LENGTH)
        .putLong(since)
        .put(blob.octets())
        .array();
  }

  /** The content of a key of GARBAGE. */
  public static BlobId garbageBlob(byte[] key) {
    return new BlobId(Arrays.copyOfRange(key, Long.BYTES, key.length));
  }

  /** A number as a key: of DRAFTS, of a time in GARBAGE, of a storage number in CHUNKS. */
  public static byte[] number8(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  /** The number at the front of a key. */
  public static long leading8(byte[] key) {
    return ByteBuffer.wrap(key).getLong();
  }
}
