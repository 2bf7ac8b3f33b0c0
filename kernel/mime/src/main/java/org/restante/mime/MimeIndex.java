package org.restante.mime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where everything is in a letter.
 *
 * @param size of the letter in octets
 * @param root the letter as a part; it has an envelope
 */
public record MimeIndex(long size, MimePart root) {

  public MimeIndex {
    if (root.headerStart() != 0 || root.end() != size || root.envelope() == null) {
      throw new IllegalArgumentException("the root is the whole letter and has an envelope");
    }
  }

  public Envelope envelope() {
    return Objects.requireNonNull(root.envelope());
  }

  /**
   * The octets of a section; absent if the letter has no such part, or the part no such thing.
   *
   * @rfc 3501 6.4.5
   */
  public Optional<OctetRange> locate(MimeSection section) {
    if (section.path().isEmpty()) {
      return switch (section.kind()) {
        case WHOLE -> Optional.of(new OctetRange(0, size));
        case HEADER -> Optional.of(root.header());
        case TEXT -> Optional.of(root.body());
        case MIME -> Optional.empty();
      };
    }
    Optional<MimePart> part = part(section.path());
    return switch (section.kind()) {
      case WHOLE -> part.map(MimePart::body);
      case HEADER -> part.flatMap(MimePart::message).map(MimePart::header);
      case TEXT -> part.flatMap(MimePart::message).map(MimePart::body);
      case MIME -> part.map(MimePart::header);
    };
  }

  /**
   * The part of that number; the empty path is the letter itself.
   *
   * @rfc 3501 6.4.5
   */
  public Optional<MimePart> part(List<Integer> path) {
    Optional<MimePart> part = Optional.of(root);
    boolean message = true;
    for (int number : path) {
      boolean inMessage = message;
      part = part.flatMap(parent -> numbered(parent, number, inMessage));
      message = false;
    }
    return part;
  }

  /** The parts of a multipart are numbered; a message that is none has its own body as part 1. */
  private static Optional<MimePart> numbered(MimePart parent, int number, boolean message) {
    if (parent.isMultipart()) {
      List<MimePart> children = parent.children();
      return number >= 1 && number <= children.size()
          ? Optional.of(children.get(number - 1))
          : Optional.empty();
    }
    if (message) {
      return number == 1 ? Optional.of(parent) : Optional.empty();
    }
    return parent.message().flatMap(inner -> numbered(inner, number, true));
  }
}
