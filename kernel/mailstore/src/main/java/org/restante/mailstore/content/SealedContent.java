package org.restante.mailstore.content;

import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobId;

/**
 * A content that has ended.
 *
 * @param blob its name
 * @param size its octets
 * @param structure its index; null where it is longer than a row may be
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
public record SealedContent(BlobId blob, long size, byte @Nullable [] structure) {}
