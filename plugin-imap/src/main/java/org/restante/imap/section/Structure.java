package org.restante.imap.section;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mime.ContentFields;
import org.restante.mime.Disposition;
import org.restante.mime.Envelope;
import org.restante.mime.MimePart;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/**
 * ENVELOPE, BODY and BODYSTRUCTURE.
 *
 * @rfc 3501 7.4.2
 */
public final class Structure {
  private Structure() {}

  /** The envelope of a message. */
  public static void envelope(ImapWriter out, Envelope envelope) {
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

  private static void addresses(ImapWriter out, List<MailAddress> addresses) {
    if (addresses.isEmpty()) {
      out.raw(" NIL");
      return;
    }
    out.raw(" (");
    for (MailAddress address : addresses) {
      out.raw('(').nstring(address.name()).raw(' ').nstring(address.route());
      out.raw(' ').nstring(address.mailbox()).raw(' ').nstring(address.host()).raw(')');
    }
    out.raw(')');
  }

  /** The structure of a part; extension data only where they are asked for. */
  public static void body(ImapWriter out, MimePart part, boolean extended) {
    out.raw('(');
    if (part.isMultipart()) {
      part.children().forEach(child -> body(out, child, extended));
      out.raw(' ').string(part.content().subtype());
      if (extended) {
        parameters(out.raw(' '), part.content().parameters());
      }
    } else {
      single(out, part, extended);
    }
    if (extended) {
      extension(out, part.content());
    }
    out.raw(')');
  }

  private static void single(ImapWriter out, MimePart part, boolean extended) {
    ContentFields content = part.content();
    out.string(content.type()).raw(' ').string(content.subtype()).raw(' ');
    parameters(out, content.parameters());
    out.raw(' ').nstring(content.id()).raw(' ').nstring(content.description());
    out.raw(' ').string(content.encoding()).raw(' ').number(part.body().length());
    Optional<MimePart> inner = part.message();
    if (inner.isPresent()) {
      message(out, inner.get(), extended);
      out.raw(' ').number(part.bodyLines());
    } else if (content.type().equalsIgnoreCase("text")) {
      out.raw(' ').number(part.bodyLines());
    }
    if (extended) {
      out.raw(' ').nstring(content.md5());
    }
  }

  private static void message(ImapWriter out, MimePart message, boolean extended) {
    Envelope envelope = message.envelope();
    if (envelope != null) {
      envelope(out.raw(' '), envelope);
      body(out.raw(' '), message, extended);
    }
  }

  private static void extension(ImapWriter out, ContentFields content) {
    disposition(out.raw(' '), content.disposition());
    languages(out.raw(' '), content.languages());
    out.raw(' ').nstring(content.location());
  }

  private static void disposition(ImapWriter out, @Nullable Disposition disposition) {
    if (disposition == null) {
      out.raw("NIL");
    } else {
      out.raw('(').string(disposition.type()).raw(' ');
      parameters(out, disposition.parameters());
      out.raw(')');
    }
  }

  private static void languages(ImapWriter out, List<String> languages) {
    if (languages.size() < 2) {
      out.nstring(languages.isEmpty() ? null : languages.getFirst());
      return;
    }
    String gap = "(";
    for (String language : languages) {
      out.raw(gap).string(language);
      gap = " ";
    }
    out.raw(')');
  }

  private static void parameters(ImapWriter out, List<Parameter> parameters) {
    if (parameters.isEmpty()) {
      out.raw("NIL");
      return;
    }
    String gap = "(";
    for (Parameter parameter : parameters) {
      out.raw(gap).string(parameter.name()).raw(' ').string(parameter.value());
      gap = " ";
    }
    out.raw(')');
  }
}
