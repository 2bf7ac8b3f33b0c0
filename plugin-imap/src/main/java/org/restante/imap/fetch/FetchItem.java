package org.restante.imap.fetch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mime.MimeSection.Kind;
import org.restante.mime.OctetRange;

/**
 * What FETCH can tell of a message.
 *
 * @rfc 3501 6.4.5
 */
public sealed interface FetchItem {

  /** Whether fetching it means that the message was read. */
  boolean marksSeen();

  /** Whether the mailbox's view knows it. */
  boolean isInView();

  /** Items without arguments. */
  enum Field implements FetchItem {
    FLAGS("FLAGS"),
    UID("UID"),
    INTERNALDATE("INTERNALDATE"),
    SIZE("RFC822.SIZE"),
    ENVELOPE("ENVELOPE"),
    BODY("BODY"),
    BODYSTRUCTURE("BODYSTRUCTURE"),
    MODSEQ("MODSEQ");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    @Override
    public boolean marksSeen() {
      return false;
    }

    @Override
    public boolean isInView() {
      return this == FLAGS || this == UID || this == MODSEQ;
    }
  }

  /**
   * Octets of the message.
   *
   * @param label how the response calls it
   * @param section which octets
   * @param partial which of these; absent for all
   * @param marksSeen no for the PEEK form
   */
  record Content(String label, BodySection section, Optional<Partial> partial, boolean marksSeen)
      implements FetchItem {

    @Override
    public boolean isInView() {
      return false;
    }
  }

  /** A substring: so many octets from a position on. */
  record Partial(long start, long count) {

    OctetRange of(OctetRange whole) {
      return whole.clip(start, count);
    }
  }

  /**
   * Reads a macro, an item, or a list of items; the UID comes first where the command is by UID.
   */
  static List<FetchItem> readAll(ImapReader in, boolean byUid) {
    Set<FetchItem> items = new LinkedHashSet<>();
    if (byUid) {
      items.add(Field.UID);
    }
    if (in.take('(')) {
      do {
        items.add(read(in.takeName(), in));
      } while (in.take(' '));
      in.expect(')');
    } else {
      String name = in.takeName();
      items.addAll(macro(name).orElseGet(() -> List.of(read(name, in))));
    }
    return new ArrayList<>(items);
  }

  private static Optional<List<FetchItem>> macro(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "ALL" -> List.of(Field.FLAGS, Field.INTERNALDATE, Field.SIZE, Field.ENVELOPE);
          case "FAST" -> List.of(Field.FLAGS, Field.INTERNALDATE, Field.SIZE);
          case "FULL" ->
              List.of(Field.FLAGS, Field.INTERNALDATE, Field.SIZE, Field.ENVELOPE, Field.BODY);
          default -> null;
        });
  }

  private static FetchItem read(String name, ImapReader in) {
    return switch (name) {
      case "FLAGS" -> Field.FLAGS;
      case "UID" -> Field.UID;
      case "MODSEQ" -> Field.MODSEQ;
      case "INTERNALDATE" -> Field.INTERNALDATE;
      case "ENVELOPE" -> Field.ENVELOPE;
      case "BODYSTRUCTURE" -> Field.BODYSTRUCTURE;
      case "RFC822.SIZE" -> Field.SIZE;
      case "RFC822" -> whole(name, Kind.WHOLE, true);
      case "RFC822.TEXT" -> whole(name, Kind.TEXT, true);
      case "RFC822.HEADER" -> whole(name, Kind.HEADER, false);
      case "BODY" -> in.peek() == '[' ? section(in, true) : Field.BODY;
      case "BODY.PEEK" -> section(in, false);
      default -> throw new SyntaxError("no such FETCH item");
    };
  }

  private static FetchItem whole(String label, Kind kind, boolean marksSeen) {
    return new Content(label, BodySection.ofLetter(kind), Optional.empty(), marksSeen);
  }

  private static FetchItem section(ImapReader in, boolean marksSeen) {
    BodySection section = BodySection.read(in);
    Optional<Partial> partial = Optional.empty();
    String label = "BODY[" + section.label() + "]";
    if (in.take('<')) {
      long start = in.expectNumber();
      in.expect('.');
      partial = Optional.of(new Partial(start, in.expectPositive()));
      in.expect('>');
      label += "<" + start + ">";
    }
    return new Content(label, section, partial, marksSeen);
  }
}
