package org.restante.imap.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.imap.syntax.SequenceSet;
import org.restante.message.SystemFlag;
import org.restante.mime.stored.StoredAddress;
import org.restante.mime.stored.StoredEnvelope;
import org.restante.mime.stored.StoredText;

/**
 * What a client searches for.
 *
 * @rfc 3501 6.4.4
 */
public sealed interface SearchKey {

  /** Whether this key, or one within it, is like that. */
  default boolean has(Predicate<SearchKey> like) {
    return like.test(this)
        || switch (this) {
          case Not not -> not.key().has(like);
          case Or or -> or.one().has(like) || or.other().has(like);
          case And and -> and.keys().stream().anyMatch(key -> key.has(like));
          case All all -> false;
          case Numbers numbers -> false;
          case Flag flag -> false;
          case Keyword keyword -> false;
          case Recent recent -> false;
          case ModSeq modSeq -> false;
          case Larger larger -> false;
          case Smaller smaller -> false;
          case Internal internal -> false;
          case Sent sent -> false;
          case Single single -> false;
          case Saved saved -> false;
          case Within within -> false;
          case EmailId email -> false;
          case ThreadId thread -> false;
          case Addresses addresses -> false;
          case Header header -> false;
          case Body body -> false;
          case Text text -> false;
        };
  }

  /** Whether MODSEQ is in it: the answer then has the highest one. */
  default boolean asksModSeq() {
    return has(ModSeq.class::isInstance);
  }

  /** Whether messages are named by number in it. */
  default boolean usesNumbers() {
    return has(
        key -> key instanceof Numbers numbers && !numbers.byUid() && !numbers.set().isSaved());
  }

  /** Every message. */
  record All() implements SearchKey {}

  /** Those with these sequence numbers or UIDs. */
  record Numbers(SequenceSet set, boolean byUid) implements SearchKey {}

  /** Those with this flag. */
  record Flag(SystemFlag flag) implements SearchKey {}

  /** Those with this keyword. */
  record Keyword(String keyword) implements SearchKey {}

  /** Those recent in this session. */
  record Recent() implements SearchKey {}

  /** Those of more octets than this. */
  record Larger(long octets) implements SearchKey {}

  /** Those of fewer octets than this. */
  record Smaller(long octets) implements SearchKey {}

  /** Those with such an INTERNALDATE, time and zone left out. */
  record Internal(When when, LocalDate date) implements SearchKey {

    boolean holds(LocalDate day) {
      return when.holds(day, date);
    }
  }

  /** Those with such a Date field, time and zone left out. */
  record Sent(When when, LocalDate date) implements SearchKey {}

  /**
   * Those that came into the mailbox on such a day in UTC.
   *
   * @rfc 8514 4.3
   */
  record Saved(When when, LocalDate date) implements SearchKey {

    boolean holds(LocalDate day) {
      return when.holds(day, date);
    }
  }

  /**
   * Those whose INTERNALDATE is so many seconds ago.
   *
   * @param older or more; otherwise or less
   * @rfc 5032 2
   */
  record Within(boolean older, long seconds) implements SearchKey {}

  /**
   * Those with this content.
   *
   * @rfc 8474 6
   */
  record EmailId(String id) implements SearchKey {}

  /**
   * Those of this conversation.
   *
   * @rfc 8474 6
   */
  record ThreadId(String id) implements SearchKey {}

  /** Those with this text in a field of which a letter has no more than one. */
  record Single(EnvelopeField field, Needle text) implements SearchKey {}

  /** Those with this text in an address field. */
  record Addresses(AddressField field, Needle text) implements SearchKey {}

  /** Those with a field of this name and this text in it. */
  record Header(String name, Needle text) implements SearchKey {}

  /** Those with this text in the body. */
  record Body(Needle text) implements SearchKey {}

  /** Those with this text in header or body. */
  record Text(Needle text) implements SearchKey {}

  /** Those of this MODSEQ or a later one (RFC 7162 §3.1.5). */
  record ModSeq(long least) implements SearchKey {}

  /** The others. */
  record Not(SearchKey key) implements SearchKey {}

  /** Those of one or the other. */
  record Or(SearchKey one, SearchKey other) implements SearchKey {}

  /** Those of all of these. */
  record And(List<SearchKey> keys) implements SearchKey {
    public And {
      keys = List.copyOf(keys);
    }
  }

  /** How a date compares with the one asked for. */
  enum When {
    BEFORE,
    ON,
    SINCE;

    boolean holds(LocalDate date, LocalDate wanted) {
      return switch (this) {
        case BEFORE -> date.isBefore(wanted);
        case ON -> date.equals(wanted);
        case SINCE -> !date.isBefore(wanted);
      };
    }
  }

  /** The envelope's fields that a letter has once at most (RFC 5322 §3.6). */
  enum EnvelopeField {
    SUBJECT(StoredEnvelope::subject),
    DATE(StoredEnvelope::date),
    MESSAGE_ID(StoredEnvelope::messageId),
    IN_REPLY_TO(StoredEnvelope::inReplyTo);

    private final Function<StoredEnvelope, @Nullable StoredText> part;

    EnvelopeField(Function<StoredEnvelope, @Nullable StoredText> part) {
      this.part = part;
    }

    @Nullable StoredText of(StoredEnvelope envelope) {
      return part.apply(envelope);
    }

    /** The one of that name, in any case. */
    static Optional<EnvelopeField> named(String name) {
      return Arrays.stream(values())
          .filter(field -> field.name().replace('_', '-').equalsIgnoreCase(name))
          .findFirst();
    }
  }

  /** The envelope's address fields. */
  enum AddressField {
    FROM(StoredEnvelope::from),
    TO(StoredEnvelope::to),
    CC(StoredEnvelope::cc),
    BCC(StoredEnvelope::bcc);

    private final Function<StoredEnvelope, List<StoredAddress>> part;

    AddressField(Function<StoredEnvelope, List<StoredAddress>> part) {
      this.part = part;
    }

    List<StoredAddress> of(StoredEnvelope envelope) {
      return part.apply(envelope);
    }
  }
}
