package org.restante.mailstore.mutation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.mailstore.content.SealedContent;
import org.restante.message.Flags;

/**
 * A message that comes into a mailbox.
 *
 * @param content its content
 * @param flags its flags
 * @param internalDate its date
 * @param saveDate when it came into this mailbox, if that was not now
 * @param messageId its id where it has one already, because it moves; its content is linked then
 */
public record Arrival(
    SealedContent content,
    Flags flags,
    OffsetDateTime internalDate,
    Optional<Instant> saveDate,
    OptionalLong messageId) {

  /** A message that is new in the account. */
  public Arrival(SealedContent content, Flags flags, OffsetDateTime internalDate) {
    this(content, flags, internalDate, OptionalLong.empty());
  }

  /** A message that comes now. */
  public Arrival(
      SealedContent content, Flags flags, OffsetDateTime internalDate, OptionalLong messageId) {
    this(content, flags, internalDate, Optional.empty(), messageId);
  }

  /** The same with the time when it came, elsewhere. */
  public Arrival savedAt(Instant time) {
    return new Arrival(content, flags, internalDate, Optional.of(time), messageId);
  }
}
