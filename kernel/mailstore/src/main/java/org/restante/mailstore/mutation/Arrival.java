package org.restante.mailstore.mutation;

import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.restante.mailstore.content.SealedContent;
import org.restante.message.Flags;

/**
 * A message that comes into a mailbox.
 *
 * @param content its content
 * @param flags its flags
 * @param internalDate its date
 * @param messageId its id where it has one already, because it moves; its content is linked then
 */
public record Arrival(
    SealedContent content, Flags flags, OffsetDateTime internalDate, OptionalLong messageId) {

  /** A message that is new in the account. */
  public Arrival(SealedContent content, Flags flags, OffsetDateTime internalDate) {
    this(content, flags, internalDate, OptionalLong.empty());
  }
}
