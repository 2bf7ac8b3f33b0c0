package org.restante.message;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.restante.blob.BlobId;

/**
 * What never changes about a message in a mailbox.
 *
 * @param uid its UID
 * @param messageId its id in the account, never reused; a copy has one of its own
 * @param blob its content
 * @param size its octets: RFC822.SIZE
 * @param internalDate its INTERNALDATE
 * @param saveDate when it came into this mailbox (RFC 8514)
 */
public record StoredMessage(
    long uid,
    long messageId,
    BlobId blob,
    long size,
    OffsetDateTime internalDate,
    Instant saveDate) {

  /** The name of its content in hexadecimal digits, for protocols: equal contents have one name. */
  public String contentName() {
    return blob.toString();
  }
}
