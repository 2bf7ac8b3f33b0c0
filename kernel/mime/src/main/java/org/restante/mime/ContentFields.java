package org.restante.mime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.Parameter;

/**
 * What the MIME fields of a part say of its content, with IMAP's defaults filled in. Each char is
 * one octet of the letter; names keep the letter's case, so compare them without it.
 *
 * <p>A content that could not be taken apart does not call itself multipart or message: see {@link
 * MimePart}.
 *
 * @param type {@code TEXT} where the letter has no valid type
 * @param parameters in the letter's order, RFC 2231 continuations joined
 * @param id Content-ID, with its angle brackets; or null
 * @param encoding Content-Transfer-Encoding, {@code 7BIT} where the letter has none
 * @param md5 Content-MD5, or null
 * @param languages empty where the letter names none
 * @param location Content-Location, or null
 * @rfc 2045 3
 */
public record ContentFields(
    String type,
    String subtype,
    List<Parameter> parameters,
    @Nullable String id,
    @Nullable String description,
    String encoding,
    @Nullable String md5,
    @Nullable Disposition disposition,
    List<String> languages,
    @Nullable String location) {

  public ContentFields {
    parameters = List.copyOf(parameters);
    languages = List.copyOf(languages);
  }

  /** Whether the media type is this one, in any case. */
  public boolean is(String otherType, String otherSubtype) {
    return type.equalsIgnoreCase(otherType) && subtype.equalsIgnoreCase(otherSubtype);
  }

  /** The text of a Content-Type parameter, decoded as RFC 2231 has it. */
  public Optional<String> parameter(String name) {
    return text(parameters, name);
  }

  /** The name to save this content by: of its disposition or else of its type. */
  public Optional<String> fileName() {
    List<Parameter> disposed = disposition == null ? List.of() : disposition.parameters();
    return text(disposed, "filename").or(() -> parameter("name"));
  }

  boolean isMultipart() {
    return type.equalsIgnoreCase("multipart");
  }

  /** RFC 6532 §3.7 makes message/global the same thing with UTF-8 headers. */
  boolean isMessage() {
    return is("message", "rfc822") || is("message", "global");
  }

  ContentFields as(MediaType media) {
    return new ContentFields(
        media.type(),
        media.subtype(),
        media.parameters(),
        id,
        description,
        encoding,
        md5,
        disposition,
        languages,
        location);
  }

  /** An extended parameter says more than the plain one some senders put beside it. */
  private static Optional<String> text(List<Parameter> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> parameter.isNamed(name))
        .reduce((first, other) -> other.isExtended() && !first.isExtended() ? other : first)
        .map(Parameter::text);
  }
}
