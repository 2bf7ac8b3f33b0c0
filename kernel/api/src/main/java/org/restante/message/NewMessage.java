package org.restante.message;

import java.time.OffsetDateTime;

/**
 * A message to append.
 *
 * @param content its octets; stays the caller's to close
 * @param flags its flags
 * @param internalDate its INTERNALDATE, whole seconds, offset kept
 */
public record NewMessage(MessageDraft content, Flags flags, OffsetDateTime internalDate) {}
