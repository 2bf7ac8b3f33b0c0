package org.restante.mime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An index in its stored form, read only as far as somebody asks: listing subjects does not take
 * structures apart. For one thread.
 */
public final class StoredIndex {

  private final byte @Nullable [] octets;
  private final Supplier<MimeIndex> otherwise;
  private @Nullable MimeIndex index;
  private @Nullable Envelope envelope;

  /**
   * An index that was stored.
   *
   * @param octets as {@link MimeIndexCodec} wrote them, or null where there are none
   * @param otherwise makes the index anew where the octets are missing or can't be read
   */
  public StoredIndex(byte @Nullable [] octets, Supplier<MimeIndex> otherwise) {
    this.octets = octets;
    this.otherwise = otherwise;
  }

  /** All of it. */
  public MimeIndex index() {
    if (index == null) {
      index = octets == null ? otherwise.get() : read(octets);
    }
    return index;
  }

  /** The letter's envelope. */
  public Envelope envelope() {
    if (envelope == null) {
      envelope = index != null || octets == null ? index().envelope() : readEnvelope(octets);
    }
    return envelope;
  }

  private MimeIndex read(byte[] stored) {
    try {
      return MimeIndexCodec.decode(stored);
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return otherwise.get();
    }
  }

  private Envelope readEnvelope(byte[] stored) {
    try {
      return new IndexReader(stored).readEnvelope();
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return index().envelope();
    }
  }
}
