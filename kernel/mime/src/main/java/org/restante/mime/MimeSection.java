package org.restante.mime;

import java.util.List;

/**
 * A section specification, such as {@code 4.2.HEADER}.
 *
 * @param path part numbers from 1, outermost first; empty for the letter itself
 * @rfc 3501 6.4.5
 */
public record MimeSection(List<Integer> path, Kind kind) {

  /** What of the part is meant. */
  public enum Kind {
    /** The letter, or a part's body. */
    WHOLE,
    /** The header of the letter, or of the message in a message/rfc822 part. */
    HEADER,
    /** The body of the letter, or of the message in a message/rfc822 part. */
    TEXT,
    /** A part's own header; the letter has none. */
    MIME
  }

  public MimeSection {
    path = List.copyOf(path);
  }
}
