package org.restante.mime.stored;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.mime.Envelope;
import org.restante.mime.MimeIndex;

/**
 * An index in its stored form, read only as far as somebody asks: listing subjects does not take
 * structures apart. For one thread.
 */
public final class StoredIndex {

  private final byte @Nullable [] octets;
  private final Supplier<MimeIndex> otherwise;
  private @Nullable MimeIndex index;
  private @Nullable Envelope envelope;
  private @Nullable StoredPart structure;

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
      envelope = octets == null ? index().envelope() : envelope(structure());
    }
    return envelope;
  }

  /** Where the index had to be made anew it is there already. */
  private Envelope envelope(StoredPart root) {
    return index == null ? root.expectEnvelope().decode() : index.envelope();
  }

  /** Its parts as they are stored, for those who only write them out. */
  public StoredPart structure() {
    if (structure == null) {
      structure = octets == null ? encoded() : readStructure(octets);
    }
    return structure;
  }

  private MimeIndex read(byte[] stored) {
    try {
      return MimeIndexCodec.decode(stored);
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return otherwise.get();
    }
  }

  private StoredPart readStructure(byte[] stored) {
    try {
      return StoredPart.root(stored);
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return encoded();
    }
  }

  private StoredPart encoded() {
    return StoredPart.root(MimeIndexCodec.encode(index()));
  }
}
