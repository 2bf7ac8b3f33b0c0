package org.restante.mime;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.AddressParser;
import org.restante.mime.header.ContentLocation;
import org.restante.mime.header.MailAddress;
import org.restante.mime.header.ParameterizedValue;

/** The values of a header as envelope and content fields. */
record HeaderContent(Map<KnownField, String> values) {

  /**
   * The envelope of a message with this header.
   *
   * @rfc 3501 7.4.2
   */
  Envelope envelope() {
    return new Envelope(
        values.get(KnownField.DATE),
        values.get(KnownField.SUBJECT),
        addresses(KnownField.FROM),
        addresses(KnownField.SENDER),
        addresses(KnownField.REPLY_TO),
        addresses(KnownField.TO),
        addresses(KnownField.CC),
        addresses(KnownField.BCC),
        values.get(KnownField.IN_REPLY_TO),
        values.get(KnownField.MESSAGE_ID));
  }

  /**
   * The content fields of a part with this header.
   *
   * @param missing its media type if it has no Content-Type
   * @rfc 2045 3
   */
  ContentFields content(MediaType missing) {
    String type = values.get(KnownField.CONTENT_TYPE);
    MediaType media = type == null ? missing : MediaType.parse(type);
    return new ContentFields(
        media.type(),
        media.subtype(),
        media.parameters(),
        values.get(KnownField.CONTENT_ID),
        values.get(KnownField.CONTENT_DESCRIPTION),
        encoding(),
        values.get(KnownField.CONTENT_MD5),
        disposition(),
        languages(),
        location());
  }

  private @Nullable String location() {
    String field = values.get(KnownField.CONTENT_LOCATION);
    return field == null ? null : ContentLocation.parse(field);
  }

  private List<MailAddress> addresses(KnownField field) {
    String value = values.get(field);
    return value == null ? List.of() : AddressParser.parse(value);
  }

  private String encoding() {
    String value = values.get(KnownField.CONTENT_TRANSFER_ENCODING);
    if (value == null) {
      return "7BIT";
    }
    String mechanism = ParameterizedValue.parse(value).value();
    return mechanism.isEmpty() ? "7BIT" : mechanism;
  }

  private @Nullable Disposition disposition() {
    String value = values.get(KnownField.CONTENT_DISPOSITION);
    return value == null ? null : Disposition.parse(value).orElse(null);
  }

  private List<String> languages() {
    String value = values.get(KnownField.CONTENT_LANGUAGE);
    if (value == null) {
      return List.of();
    }
    return Stream.of(value.split(","))
        .map(tag -> ParameterizedValue.parse(tag).value())
        .filter(tag -> !tag.isEmpty())
        .toList();
  }
}
