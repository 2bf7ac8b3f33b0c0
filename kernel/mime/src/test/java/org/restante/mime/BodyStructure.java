package org.restante.mime;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.Parameter;

/**
 * Writes an index as IMAP's BODYSTRUCTURE and ENVELOPE, with every string quoted: 8-bit octets
 * stand as they are, where a server would send a literal.
 *
 * @rfc 3501 7.4.2
 */
final class BodyStructure {

  private BodyStructure() {}

  static String of(MimePart part) {
    return part.isMultipart() ? multipart(part) : single(part);
  }

  private static String multipart(MimePart part) {
    String children = part.children().stream().map(BodyStructure::of).collect(Collectors.joining());
    ContentFields content = part.content();
    return list(
        children,
        string(content.subtype()),
        parameters(content.parameters()),
        disposition(content.disposition()),
        languages(content.languages()),
        string(content.location()));
  }

  private static String single(MimePart part) {
    ContentFields content = part.content();
    String basic =
        String.join(
            " ",
            string(content.type()),
            string(content.subtype()),
            parameters(content.parameters()),
            string(content.id()),
            string(content.description()),
            string(content.encoding()),
            String.valueOf(part.body().length()));
    String message =
        part.message().map(inner -> " " + envelope(inner.envelope()) + " " + of(inner)).orElse("");
    boolean counted = part.message().isPresent() || content.type().equalsIgnoreCase("text");
    return list(
        basic + message + (counted ? " " + part.bodyLines() : ""),
        string(content.md5()),
        disposition(content.disposition()),
        languages(content.languages()),
        string(content.location()));
  }

  static String envelope(@Nullable Envelope envelope) {
    if (envelope == null) {
      return "no envelope";
    }
    return list(
        string(envelope.date()),
        string(envelope.subject()),
        addresses(envelope.from()),
        addresses(envelope.sender()),
        addresses(envelope.replyTo()),
        addresses(envelope.to()),
        addresses(envelope.cc()),
        addresses(envelope.bcc()),
        string(envelope.inReplyTo()),
        string(envelope.messageId()));
  }

  private static String addresses(List<MailAddress> addresses) {
    return addresses.isEmpty()
        ? "NIL"
        : addresses.stream().map(BodyStructure::address).collect(Collectors.joining("", "(", ")"));
  }

  private static String address(MailAddress address) {
    return list(
        string(address.name()),
        string(address.route()),
        string(address.mailbox()),
        string(address.host()));
  }

  private static String parameters(List<Parameter> parameters) {
    return parameters.isEmpty()
        ? "NIL"
        : parameters.stream()
            .map(parameter -> string(parameter.name()) + " " + string(parameter.value()))
            .collect(Collectors.joining(" ", "(", ")"));
  }

  private static String disposition(@Nullable Disposition disposition) {
    return disposition == null
        ? "NIL"
        : list(string(disposition.type()), parameters(disposition.parameters()));
  }

  private static String languages(List<String> languages) {
    return switch (languages.size()) {
      case 0 -> "NIL";
      case 1 -> string(languages.get(0));
      default -> list(languages.stream().map(BodyStructure::string).toArray(String[]::new));
    };
  }

  private static String list(String... items) {
    return "(" + String.join(" ", items) + ")";
  }

  private static String string(@Nullable String text) {
    return text == null ? "NIL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
