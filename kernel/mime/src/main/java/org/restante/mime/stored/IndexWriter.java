package org.restante.mime.stored;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mime.ContentFields;
import org.restante.mime.Disposition;
import org.restante.mime.Envelope;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimePart;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/** Writes the layout drawn in {@link MimeIndexCodec}. */
final class IndexWriter {

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream(512);

  byte[] write(MimeIndex index) {
    octets.write(MimeIndexCodec.VERSION);
    number(index.size());
    part(index.root(), 0);
    return octets.toByteArray();
  }

  private void part(MimePart part, long free) {
    ContentFields content = part.content();
    number(part.headerStart() - free);
    number(part.header().length());
    number(part.body().length());
    number(part.bodyLines());
    octets.write(flags(part));
    text(content.type());
    text(content.subtype());
    parameters(content.parameters());
    text(content.encoding());
    content(content);
    if (part.envelope() != null) {
      envelope(part.envelope());
    }
    children(part);
  }

  private static int flags(MimePart part) {
    ContentFields content = part.content();
    return IndexFlag.ID.bitIf(content.id() != null)
        | IndexFlag.DESCRIPTION.bitIf(content.description() != null)
        | IndexFlag.MD5.bitIf(content.md5() != null)
        | IndexFlag.DISPOSITION.bitIf(content.disposition() != null)
        | IndexFlag.LANGUAGES.bitIf(!content.languages().isEmpty())
        | IndexFlag.LOCATION.bitIf(content.location() != null)
        | IndexFlag.ENVELOPE.bitIf(part.envelope() != null)
        | IndexFlag.CHILDREN.bitIf(!part.children().isEmpty());
  }

  private void content(ContentFields content) {
    textIfAny(content.id());
    textIfAny(content.description());
    textIfAny(content.md5());
    Disposition disposition = content.disposition();
    if (disposition != null) {
      text(disposition.type());
      parameters(disposition.parameters());
    }
    if (!content.languages().isEmpty()) {
      number(content.languages().size());
      content.languages().forEach(this::text);
    }
    textIfAny(content.location());
  }

  private void children(MimePart part) {
    if (part.children().isEmpty()) {
      return;
    }
    number(part.children().size());
    long free = part.bodyStart();
    for (MimePart child : part.children()) {
      part(child, free);
      free = child.end();
    }
  }

  private void envelope(Envelope envelope) {
    text(envelope.date());
    text(envelope.subject());
    addresses(envelope.from());
    addresses(unlessFrom(envelope.sender(), envelope));
    addresses(unlessFrom(envelope.replyTo(), envelope));
    addresses(envelope.to());
    addresses(envelope.cc());
    addresses(envelope.bcc());
    text(envelope.inReplyTo());
    text(envelope.messageId());
  }

  private static List<MailAddress> unlessFrom(List<MailAddress> addresses, Envelope envelope) {
    return addresses.equals(envelope.from()) ? List.of() : addresses;
  }

  private void addresses(List<MailAddress> addresses) {
    number(addresses.size());
    addresses.forEach(this::address);
  }

  private void address(MailAddress address) {
    String host = address.host() == null || address.host().isEmpty() ? null : address.host();
    octets.write(
        IndexFlag.NAME.bitIf(address.name() != null)
            | IndexFlag.ROUTE.bitIf(address.route() != null)
            | IndexFlag.MAILBOX.bitIf(address.mailbox() != null)
            | IndexFlag.HOST.bitIf(host != null)
            | IndexFlag.EMPTY_HOST.bitIf(host == null && address.isMailbox()));
    textIfAny(address.name());
    textIfAny(address.route());
    textIfAny(address.mailbox());
    textIfAny(host);
  }

  private void parameters(List<Parameter> parameters) {
    number(parameters.size());
    for (Parameter parameter : parameters) {
      text(parameter.name());
      text(parameter.value());
    }
  }

  private void textIfAny(@Nullable String text) {
    if (text != null) {
      text(text);
    }
  }

  private void text(@Nullable String text) {
    int place = text == null ? -1 : Wordbook.place(text);
    if (text == null) {
      number(0);
    } else if (place >= 0) {
      number(2L * place + 1);
    } else {
      number(2L * (text.length() + 1));
      octets.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void number(long value) {
    long rest = value;
    while (rest > 0x7f) {
      octets.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    octets.write((int) rest);
  }
}
