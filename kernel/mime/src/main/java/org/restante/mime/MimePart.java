package org.restante.mime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a letter, or the letter itself. All offsets count from the start of the letter.
 *
 * <p>A multipart has one child or more. A message/rfc822 (or message/global) has exactly one: the
 * message in it, which like the letter itself has an envelope. Nothing else has children: a
 * multipart without a boundary or without a part in it is TEXT/PLAIN (RFC 2045 §5.2), and what was
 * not taken apart because of a limit, or of a message in base64, is APPLICATION/OCTET-STREAM.
 *
 * @param headerStart offset of the part's header
 * @param bodyStart offset behind the header and its blank line
 * @param end offset behind the body; the line end before a boundary belongs to the boundary
 * @param bodyLines how many line ends (LF, with or without CR) the body has
 * @param envelope of a message: the letter itself or the child of a message/rfc822; or else null
 */
public record MimePart(
    long headerStart,
    long bodyStart,
    long end,
    long bodyLines,
    ContentFields content,
    @Nullable Envelope envelope,
    List<MimePart> children) {

  public MimePart {
    children = List.copyOf(children);
    if (headerStart < 0 || bodyStart < headerStart || end < bodyStart || bodyLines < 0) {
      throw new IllegalArgumentException(
          "part out of order: " + headerStart + ", " + bodyStart + ", " + end);
    }
    long free = bodyStart;
    for (MimePart child : children) {
      if (child.headerStart < free || child.end > end) {
        throw new IllegalArgumentException("part outside its parent at " + child.headerStart);
      }
      free = child.end;
    }
  }

  /** The header with its blank line. */
  public OctetRange header() {
    return OctetRange.between(headerStart, bodyStart);
  }

  public OctetRange body() {
    return OctetRange.between(bodyStart, end);
  }

  public boolean isMultipart() {
    return content.isMultipart();
  }

  /** The message in a message/rfc822, which its envelope, structure and header come from. */
  public Optional<MimePart> message() {
    return content.isMessage() ? children.stream().findFirst() : Optional.empty();
  }
}
