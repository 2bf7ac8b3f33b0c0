package org.restante.imap.search;

import java.io.InputStream;
import java.io.Reader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.OpenLetter;
import org.restante.mime.ContentFields;
import org.restante.mime.HeaderField;
import org.restante.mime.MimePart;
import org.restante.mime.OctetRange;
import org.restante.mime.decode.TextDecoder;
import org.restante.mime.decode.TransferDecoder;
import org.restante.mime.header.DateParser;
import org.restante.mime.header.EncodedWords;
import org.restante.mime.stored.StoredAddress;
import org.restante.mime.stored.StoredEnvelope;
import org.restante.mime.stored.StoredText;

/**
 * The text of a letter as a reader sees it: encoded words, transfer encodings and charsets undone.
 *
 * @rfc 3501 6.4.4
 */
record LetterText(OpenLetter open) {

  boolean isSent(SearchKey.Sent sent) {
    StoredText date = envelope().date();
    return date != null
        && DateParser.parse(date.toString())
            .filter(time -> sent.when().holds(time.toLocalDate(), sent.date()))
            .isPresent();
  }

  boolean addressesHave(SearchKey.AddressField field, Needle text) {
    String addresses =
        field.of(envelope()).stream().map(LetterText::shown).collect(Collectors.joining(", "));
    return !addresses.isEmpty() && text.in(addresses);
  }

  boolean headerHas(String name, Needle text) {
    return open.header(open.index().root().header())
        .named(name)
        .anyMatch(field -> text.in(EncodedWords.decode(field.value())));
  }

  boolean bodyHas(Needle text) {
    return bodyHas(open.index().root(), text);
  }

  boolean has(Needle text) {
    return headerHas(open.index().root(), text) || bodyHas(text);
  }

  /** Whether a field that is there once, and in the envelope, has this text. */
  boolean envelopeHas(SearchKey.EnvelopeField field, Needle text) {
    StoredText value = field.of(envelope());
    return value != null && text.in(EncodedWords.decode(value.toString()));
  }

  /** Most keys look at one of its texts: the others need not be strings. */
  private StoredEnvelope envelope() {
    return open.structure().expectEnvelope();
  }

  private boolean headerHas(MimePart part, Needle text) {
    OctetRange header = part.header();
    return header.length() > 0
        && open.header(header).fields().stream().anyMatch(field -> text.in(shown(field)));
  }

  /** The headers of parts belong to the body that they are in. */
  private boolean bodyHas(MimePart part, Needle text) {
    for (MimePart child : part.children()) {
      if (headerHas(child, text) || bodyHas(child, text)) {
        return true;
      }
    }
    return part.content().type().equalsIgnoreCase("text") && textHas(part, text);
  }

  private boolean textHas(MimePart part, Needle text) {
    ContentFields content = part.content();
    OctetRange body = part.body();
    if (body.length() == 0) {
      return text.isEmpty();
    }
    InputStream octets = open.content().stream(body.offset(), body.length());
    Reader reader =
        TextDecoder.open(
            TransferDecoder.open(octets, content.encoding()),
            content.parameter("charset").orElse(null));
    return text.in(reader);
  }

  private static String shown(HeaderField field) {
    return field.name() + ": " + EncodedWords.decode(field.value());
  }

  private static String shown(StoredAddress address) {
    String name = decoded(address.name());
    String local = decoded(address.mailbox());
    return address.isMailbox() ? name + " <" + local + "@" + decoded(address.host()) + ">" : local;
  }

  private static String decoded(@Nullable StoredText octets) {
    return octets == null ? "" : EncodedWords.decode(octets.toString());
  }
}
