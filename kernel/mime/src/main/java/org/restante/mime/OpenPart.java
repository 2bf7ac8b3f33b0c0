package org.restante.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part whose end has not been seen yet. */
final class OpenPart {

  /** What is done with a body. */
  enum Nature {
    LEAF,
    MULTIPART,
    MESSAGE
  }

  private final long headerStart;
  private final boolean message;
  private final MediaType missing;
  private final List<MimePart> children = new ArrayList<>();
  private @Nullable FieldCollector header;
  private @Nullable Boundary boundary;
  private @Nullable Envelope envelope;
  private ContentFields content;
  private Nature nature = Nature.LEAF;
  private long bodyStart;
  private long linesBefore;

  /**
   * @param message whether it is a message, with an envelope
   * @param missing its media type if its header names none
   */
  OpenPart(long headerStart, boolean message, MediaType missing, HeaderBudget budget) {
    this.headerStart = headerStart;
    this.message = message;
    this.missing = missing;
    this.header = new FieldCollector(message, budget);
    this.content = new HeaderContent(Map.of()).content(missing);
  }

  /** Where the lines of the header go while it is open. */
  @Nullable FieldCollector header() {
    return header;
  }

  /** Where a delimiter of its parts may come; null if it has none, or has seen the last one. */
  @Nullable Boundary boundary() {
    return boundary;
  }

  long bodyStart() {
    return bodyStart;
  }

  /**
   * Ends the header, and tells what to do with the body.
   *
   * @param lines the lines of the letter before the body
   * @param mayNest whether the limits let it have children
   */
  Nature endHeader(FieldCollector fields, long at, long lines, boolean mayNest) {
    HeaderContent values = new HeaderContent(fields.values());
    header = null;
    bodyStart = at;
    linesBefore = lines;
    envelope = message ? values.envelope() : null;
    content = values.content(missing);
    nature = nature(mayNest);
    return nature;
  }

  private Nature nature(boolean mayNest) {
    if (content.isMultipart()) {
      boundary = mayNest ? Boundary.of(content).orElse(null) : null;
      return mayNest ? Nature.MULTIPART : opaque();
    }
    if (content.isMessage()) {
      // RFC 2045 §6.4 forbids base64 here; the message in it has no offsets in the letter.
      return mayNest && !content.encoding().equalsIgnoreCase("base64") ? Nature.MESSAGE : opaque();
    }
    return Nature.LEAF;
  }

  private Nature opaque() {
    MediaType media = new MediaType(content.type(), content.subtype(), content.parameters());
    content = content.as(media.opaque());
    return Nature.LEAF;
  }

  /** What a part in this one is if its header does not say: RFC 2046 §5.1.5. */
  MediaType missingInside() {
    return content.is("multipart", "digest") ? MediaType.MESSAGE : MediaType.PLAIN;
  }

  void add(MimePart child) {
    children.add(child);
  }

  /** What follows is the epilogue. */
  void endParts() {
    boundary = null;
  }

  /** The finished part; {@code lines} are those of the letter before its end. */
  MimePart close(long end, long lines) {
    boolean hollow = nature == Nature.MULTIPART && children.isEmpty();
    return new MimePart(
        headerStart,
        bodyStart,
        end,
        lines - linesBefore,
        hollow ? content.as(MediaType.PLAIN) : content,
        envelope,
        children);
  }
}
