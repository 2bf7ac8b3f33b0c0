package org.restante.blob;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Contents by name, each kept once: reserved ({@link #draft}), put ({@link BlobDraft#seal}), linked
 * by a {@link org.restante.keyvalue.Batch}, and collected when nothing has linked it for a grace
 * period. Thread-safe.
 */
@ProviderType
public interface BlobStore {

  /**
   * A place for a new content.
   *
   * @param expected octets that will probably come, or 0 where that is not known; where it is right
   *     they are not copied once more
   */
  BlobDraft draft(long expected);

  /** A place for a new content of any size. */
  default BlobDraft draft() {
    return draft(0);
  }

  /** A stored or sealed content, for reading by range. */
  BlobContent open(BlobId blob);

  /** Compares octets with a name, wherever they were read; needs no content of that name. */
  BlobProof proof(BlobId blob);

  /** Visits every link, by content: for those who mend what was damaged. Blocks; may take long. */
  void links(LinkVisitor visitor);

  /**
   * Removes contents without a link that are older than the grace period, that no draft holds and
   * no open content reads. Blocks; bounded memory; may run beside everything else.
   *
   * @return octets reclaimed
   */
  long collect(Duration grace);

  /** Octets and numbers, exact, from memory. */
  BlobFigures figures();
}
