package org.restante.mime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a letter once, in pieces of any size, and gives its index. Any octets are a letter. A line
 * ends with LF, a CR before it belonging to the line end; a header ends with an empty line, a
 * delimiter, or the letter.
 *
 * <p>Memory is bounded by the limits, not by the letter. Not for use by several threads at once.
 *
 * @rfc 5322 2.1
 * @rfc 2046 5.1
 */
public final class MimeIndexer {

  private enum State {
    LINE_START,
    /** Inside a line of a header. */
    FIELD,
    /** Inside a line of a body. */
    BODY,
    /** Inside a line that may be a delimiter; its octets are held. */
    CANDIDATE,
    /** Inside the rest of a delimiter. */
    DELIMITER,
    FINISHED
  }

  private final PartStack parts;
  private final byte[] held = new byte[Boundary.DECIDING];
  private int heldLength;
  private State state = State.LINE_START;
  private boolean opensPart;
  private long size;
  private long lines;
  private long lineStart;
  private int lineEndLength;

  /** The letter's offset of index 0 of the array being written. */
  private long base;

  /** The last octet of the write before. */
  private byte last;

  public MimeIndexer(MimeLimits limits) {
    parts = new PartStack(limits);
  }

  /** Takes the next octets of the letter; they are not kept. */
  public void write(byte[] octets, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, octets.length);
    base = size - offset;
    int end = offset + length;
    int at = offset;
    while (at < end) {
      at =
          switch (state) {
            case LINE_START -> startLine(octets, at);
            case FIELD -> field(octets, at, end);
            case BODY -> body(octets, at, end);
            case CANDIDATE -> candidate(octets, at, end);
            case DELIMITER -> delimiter(octets, at, end);
            case FINISHED -> throw new IllegalStateException("the letter has ended");
          };
    }
    size += length;
    last = length > 0 ? octets[end - 1] : last;
  }

  /** Ends the letter; nothing can be written after. */
  public MimeIndex finish() {
    if (state == State.CANDIDATE) {
      decide();
    }
    if (state == State.DELIMITER && opensPart) {
      parts.openChild(size);
    }
    endHeaders(size);
    state = State.FINISHED;
    return new MimeIndex(size, parts.closeAll(size, lines));
  }

  private int startLine(byte[] octets, int at) {
    if (octets[at] == '-' && parts.hasBoundary()) {
      heldLength = 0;
      state = State.CANDIDATE;
    } else {
      startPlainLine(octets[at]);
    }
    return at;
  }

  private @Nullable FieldCollector startPlainLine(byte first) {
    FieldCollector header = parts.header();
    if (header != null) {
      header.startLine(first);
    }
    state = header != null ? State.FIELD : State.BODY;
    return header;
  }

  private int field(byte[] octets, int at, int end) {
    FieldCollector header = Objects.requireNonNull(parts.header());
    int feed = LineFeed.find(octets, at, end);
    int next = Math.min(feed + 1, end);
    header.append(octets, at, next);
    if (feed < end) {
      long start = lineStart;
      endLine(octets, feed);
      if (lineStart - start == lineEndLength) {
        parts.endHeader(header, lineStart, lines);
      }
    }
    return next;
  }

  /** Only lines that start with a hyphen are looked at, and only where a boundary may come. */
  private int body(byte[] octets, int at, int end) {
    boolean watching = parts.hasBoundary();
    int feed = LineFeed.find(octets, at, end);
    while (feed < end) {
      int next = feed + 1;
      if (watching && (next == end || octets[next] == '-')) {
        endLine(octets, feed);
        return next;
      }
      lines++;
      feed = LineFeed.find(octets, next, end);
    }
    return end;
  }

  private int candidate(byte[] octets, int at, int end) {
    int stop = Math.min(end, at + held.length - heldLength);
    int feed = LineFeed.find(octets, at, stop);
    System.arraycopy(octets, at, held, heldLength, feed - at);
    heldLength += feed - at;
    if (feed < stop || heldLength == held.length) {
      decide();
    }
    return feed;
  }

  private void decide() {
    OpenPart delimited = parts.delimited(held, heldLength);
    if (delimited != null) {
      startDelimiter(delimited);
      return;
    }
    FieldCollector header = startPlainLine(held[0]);
    if (header != null) {
      header.append(held, 0, heldLength);
    }
  }

  private void startDelimiter(OpenPart multipart) {
    // The line end before a delimiter belongs to it, unless it ends a field or a header.
    boolean inHeader = parts.header() != null;
    endHeaders(lineStart);
    long bodyEnd = inHeader ? lineStart : lineStart - lineEndLength;
    long end = Math.max(bodyEnd, parts.bodyStart());
    parts.closeInside(multipart, end, end < lineStart ? lines - 1 : lines);
    Boundary boundary = multipart.boundary();
    opensPart = boundary != null && !boundary.closes(held, heldLength);
    if (!opensPart) {
      parts.endParts();
    }
    state = State.DELIMITER;
  }

  private int delimiter(byte[] octets, int at, int end) {
    int feed = LineFeed.find(octets, at, end);
    if (feed == end) {
      return end;
    }
    endLine(octets, feed);
    if (opensPart) {
      parts.openChild(lineStart);
    }
    return feed + 1;
  }

  private void endHeaders(long at) {
    FieldCollector header = parts.header();
    while (header != null) {
      parts.endHeader(header, at, lines);
      header = parts.header();
    }
  }

  private void endLine(byte[] octets, int feed) {
    byte before = base + feed == size ? last : octets[feed - 1];
    lineEndLength = before == '\r' ? 2 : 1;
    lineStart = base + feed + 1;
    lines++;
    state = State.LINE_START;
  }
}
