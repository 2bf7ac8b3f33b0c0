package org.restante.mime;

import java.util.ArrayList;
import java.util.List;
import org.restante.mime.header.Parameter;
import org.restante.mime.header.ParameterizedValue;

/**
 * A Content-Type.
 *
 * @rfc 2045 5
 */
record MediaType(String type, String subtype, List<Parameter> parameters) {

  private static final Parameter US_ASCII = new Parameter("CHARSET", "US-ASCII");

  /** What a part without a valid Content-Type is: RFC 2045 §5.2. */
  static final MediaType PLAIN = new MediaType("TEXT", "PLAIN", List.of(US_ASCII));

  /** What a part of a multipart/digest without a Content-Type is: RFC 2046 §5.1.5. */
  static final MediaType MESSAGE = new MediaType("MESSAGE", "RFC822", List.of());

  static MediaType parse(String field) {
    ParameterizedValue parsed = ParameterizedValue.parse(field);
    String value = parsed.value();
    int slash = value.indexOf('/');
    if (slash < 1 || slash == value.length() - 1) {
      return new MediaType("TEXT", "PLAIN", withCharset(parsed.parameters()));
    }
    MediaType media =
        new MediaType(value.substring(0, slash), value.substring(slash + 1), parsed.parameters());
    return media.withDefaults();
  }

  /** Kept as octets that nobody can look into. */
  MediaType opaque() {
    return new MediaType("APPLICATION", "OCTET-STREAM", parameters);
  }

  /** Only text/plain has a default charset: other text types may carry their own (RFC 6657 §3). */
  private MediaType withDefaults() {
    boolean plain = type.equalsIgnoreCase("text") && subtype.equalsIgnoreCase("plain");
    return plain ? new MediaType(type, subtype, withCharset(parameters)) : this;
  }

  private static List<Parameter> withCharset(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.isNamed("charset")) {
        return parameters;
      }
    }
    List<Parameter> completed = new ArrayList<>(parameters);
    completed.add(US_ASCII);
    return completed;
  }
}
