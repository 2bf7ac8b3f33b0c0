package org.restante.imap.section;

import java.util.List;
import java.util.Optional;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mime.stored.StoredAddress;
import org.restante.mime.stored.StoredEnvelope;
import org.restante.mime.stored.StoredPart;
import org.restante.mime.stored.StoredText;

/**
 * ENVELOPE, BODY and BODYSTRUCTURE.
 *
 * @rfc 3501 7.4.2
 */
public final class Structure {
  private Structure() {}

  /** The envelope of a message. */
  public static void envelope(ImapWriter out, StoredEnvelope envelope) {
    out.raw('(').nstring(envelope.date()).raw(' ').nstring(envelope.subject());
    addresses(out, envelope.from());
    addresses(out, envelope.sender());
    addresses(out, envelope.replyTo());
    addresses(out, envelope.to());
    addresses(out, envelope.cc());
    addresses(out, envelope.bcc());
    out.raw(' ').nstring(envelope.inReplyTo());
    out.raw(' ').nstring(envelope.messageId()).raw(')');
  }

  private static void addresses(ImapWriter out, List<StoredAddress> addresses) {
    if (addresses.isEmpty()) {
      out.raw(" NIL");
      return;
    }
    out.raw(" (");
    for (StoredAddress address : addresses) {
      out.raw('(').nstring(address.name()).raw(' ').nstring(address.route());
      out.raw(' ').nstring(address.mailbox()).raw(' ').nstring(address.host()).raw(')');
    }
    out.raw(')');
  }

  /** The structure of a part; extension data only where they are asked for. */
  public static void body(ImapWriter out, StoredPart part, boolean extended) {
    out.raw('(');
    if (part.isMultipart()) {
      part.children().forEach(child -> body(out, child, extended));
      out.raw(' ').string(part.subtype());
      if (extended) {
        list(out.raw(' '), part.parameters());
      }
    } else {
      single(out, part, extended);
    }
    if (extended) {
      extension(out, part);
    }
    out.raw(')');
  }

  private static void single(ImapWriter out, StoredPart part, boolean extended) {
    StoredText type = part.type();
    out.string(type).raw(' ').string(part.subtype()).raw(' ');
    list(out, part.parameters());
    out.raw(' ').nstring(part.id()).raw(' ').nstring(part.description());
    out.raw(' ').string(part.encoding()).raw(' ').number(part.bodyOctets());
    Optional<StoredPart> inner = part.message();
    if (inner.isPresent()) {
      envelope(out.raw(' '), inner.get().expectEnvelope());
      body(out.raw(' '), inner.get(), extended);
      out.raw(' ').number(part.bodyLines());
    } else if (type.is("text")) {
      out.raw(' ').number(part.bodyLines());
    }
    if (extended) {
      out.raw(' ').nstring(part.md5());
    }
  }

  private static void extension(ImapWriter out, StoredPart part) {
    disposition(out.raw(' '), part);
    languages(out.raw(' '), part.languages());
    out.raw(' ').nstring(part.location());
  }

  private static void disposition(ImapWriter out, StoredPart part) {
    StoredText disposition = part.disposition();
    if (disposition == null) {
      out.raw("NIL");
    } else {
      out.raw('(').string(disposition).raw(' ');
      list(out, part.dispositionParameters());
      out.raw(')');
    }
  }

  private static void languages(ImapWriter out, List<StoredText> languages) {
    if (languages.size() == 1) {
      out.string(languages.getFirst());
    } else {
      list(out, languages);
    }
  }

  private static void list(ImapWriter out, List<StoredText> texts) {
    if (texts.isEmpty()) {
      out.raw("NIL");
      return;
    }
    char gap = '(';
    for (StoredText text : texts) {
      out.raw(gap).string(text);
      gap = ' ';
    }
    out.raw(')');
  }
}
