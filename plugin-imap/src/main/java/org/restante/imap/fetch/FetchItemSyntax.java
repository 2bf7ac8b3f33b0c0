package org.restante.imap.fetch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.imap.fetch.FetchItem.Binary;
import org.restante.imap.fetch.FetchItem.BinarySize;
import org.restante.imap.fetch.FetchItem.Content;
import org.restante.imap.fetch.FetchItem.Field;
import org.restante.imap.fetch.FetchItem.FirstWords;
import org.restante.imap.section.BodySection;
import org.restante.imap.section.Partial;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mime.MimeSection.Kind;

/**
 * Reads what FETCH is asked for.
 *
 * @rfc 3501 6.4.5
 */
final class FetchItemSyntax {
  private FetchItemSyntax() {}

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
      case "SAVEDATE" -> Field.SAVEDATE;
      case "EMAILID" -> Field.EMAILID;
      case "THREADID" -> Field.THREADID;
      case "PREVIEW" -> preview(in);
      case "RFC822" -> whole(name, Kind.WHOLE, true);
      case "RFC822.TEXT" -> whole(name, Kind.TEXT, true);
      case "RFC822.HEADER" -> whole(name, Kind.HEADER, false);
      case "BODY" -> in.peek() == '[' ? section(in, true) : Field.BODY;
      case "BODY.PEEK" -> section(in, false);
      case "BINARY" -> binary(in, true);
      case "BINARY.PEEK" -> binary(in, false);
      case "BINARY.SIZE" -> binarySize(in);
      default -> throw new SyntaxError("no such FETCH item");
    };
  }

  private static FetchItem whole(String label, Kind kind, boolean marksSeen) {
    return new Content(label, BodySection.ofLetter(kind), Optional.empty(), marksSeen);
  }

  private static FetchItem section(ImapReader in, boolean marksSeen) {
    BodySection section = BodySection.read(in);
    String label = "BODY[" + section.label() + "]";
    Optional<Partial> partial = partial(in);
    return new Content(label + origin(partial), section, partial, marksSeen);
  }

  private static FetchItem binary(ImapReader in, boolean marksSeen) {
    BodySection part = BodySection.readPart(in);
    String label = "BINARY[" + part.label() + "]";
    Optional<Partial> partial = partial(in);
    return new Binary(label + origin(partial), part.place().path(), partial, marksSeen);
  }

  private static FetchItem binarySize(ImapReader in) {
    BodySection part = BodySection.readPart(in);
    return new BinarySize("BINARY.SIZE[" + part.label() + "]", part.place().path());
  }

  /**
   * The first words of any letter are found without undue delay, so that it makes no difference
   * whether a client would wait for them.
   *
   * @rfc 8970 4.1
   */
  private static FetchItem preview(ImapReader in) {
    in.takeWord(" (LAZY)");
    return new FirstWords();
  }

  private static Optional<Partial> partial(ImapReader in) {
    if (!in.take('<')) {
      return Optional.empty();
    }
    long start = in.expectNumber64();
    in.expect('.');
    Partial partial = new Partial(start, in.expectPositive64());
    in.expect('>');
    return Optional.of(partial);
  }

  /** The response says where a substring starts, not how long it was to be. */
  private static String origin(Optional<Partial> partial) {
    return partial.map(part -> "<" + part.start() + ">").orElse("");
  }
}
