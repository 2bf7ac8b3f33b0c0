package org.restante.imap.sort;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.BaseSubject;
import org.restante.imap.letter.Casemap;
import org.restante.imap.letter.SentDate;
import org.restante.message.StoredMessage;
import org.restante.mime.Envelope;
import org.restante.mime.header.EncodedWords;
import org.restante.mime.header.MailAddress;
import org.restante.mime.stored.StoredIndex;

/**
 * What messages can be sorted by. The value that a message is sorted by is a Long or a folded text,
 * the same for all messages.
 *
 * @rfc 5256 3
 * @rfc 5957 4
 */
public enum SortKey {
  /** INTERNALDATE. */
  ARRIVAL((message, index) -> message.internalDate().toEpochSecond()),
  /** Local part of the first carbon copy. */
  CC((message, index) -> local(index.envelope().cc())),
  /** When it was sent. */
  DATE((message, index) -> SentDate.of(index.envelope(), message)),
  /** Local part of the first author. */
  FROM((message, index) -> local(index.envelope().from())),
  /** Octets. */
  SIZE((message, index) -> message.size()),
  /** The base subject. */
  SUBJECT((message, index) -> BaseSubject.of(index.envelope().subject()).text()),
  /** Local part of the first recipient. */
  TO((message, index) -> local(index.envelope().to())),
  /** The first author as a reader sees it. */
  DISPLAYFROM((message, index) -> shown(index.envelope(), Envelope::from)),
  /** The first recipient as a reader sees it. */
  DISPLAYTO((message, index) -> shown(index.envelope(), Envelope::to));

  /** Orders values of one key. */
  static final Comparator<Object> ORDER =
      (one, other) ->
          one instanceof Long a && other instanceof Long b
              ? Long.compare(a, b)
              : Casemap.compare((String) one, (String) other);

  private final Value value;

  SortKey(Value value) {
    this.value = value;
  }

  Object of(StoredMessage message, StoredIndex index) {
    return value.of(message, index);
  }

  private static String local(List<MailAddress> addresses) {
    return addresses.isEmpty() ? "" : folded(addresses.getFirst().mailbox());
  }

  private static String shown(Envelope envelope, Function<Envelope, List<MailAddress>> field) {
    List<MailAddress> addresses = field.apply(envelope);
    if (addresses.isEmpty()) {
      return "";
    }
    MailAddress first = addresses.getFirst();
    String name = folded(first.name());
    if (!name.isEmpty() || first.mailbox() == null) {
      return name;
    }
    return folded(first.isMailbox() ? first.mailbox() + "@" + first.host() : first.mailbox());
  }

  private static String folded(@Nullable String octets) {
    return octets == null ? "" : Casemap.fold(EncodedWords.decode(octets));
  }

  /** What a message is sorted by. */
  @FunctionalInterface
  private interface Value {
    Object of(StoredMessage message, StoredIndex index);
  }
}
