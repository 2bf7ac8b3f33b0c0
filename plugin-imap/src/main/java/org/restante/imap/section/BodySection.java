package org.restante.imap.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mime.MimeSection;
import org.restante.mime.MimeSection.Kind;

/**
 * A section of a letter, perhaps only some fields of a header.
 *
 * @param place the section
 * @param fields names of header fields, or none for all of the section
 * @param not whether the fields wanted are those not named
 * @rfc 3501 6.4.5
 */
public record BodySection(MimeSection place, List<String> fields, boolean not) {
  private static final int DEEPEST = 200;

  /** Copies the names. */
  public BodySection {
    fields = List.copyOf(fields);
  }

  /** The letter, its header or its text. */
  public static BodySection ofLetter(Kind kind) {
    return new BodySection(new MimeSection(List.of(), kind), List.of(), false);
  }

  /** Reads a section in brackets. */
  public static BodySection read(ImapReader in) {
    in.expect('[');
    List<Integer> path = new ArrayList<>();
    boolean open = readPath(in, path);
    String text = open ? in.takeName() : "";
    if (open && text.isEmpty() && !path.isEmpty()) {
      throw new SyntaxError("expected a section behind the dot");
    }
    BodySection section = ofPart(path, text, in);
    in.expect(']');
    return section;
  }

  /**
   * Reads the number of a part in brackets; nothing in them is the letter.
   *
   * @rfc 3516 7
   */
  public static BodySection readPart(ImapReader in) {
    in.expect('[');
    List<Integer> path = new ArrayList<>();
    if (readPath(in, path) && !path.isEmpty()) {
      throw new SyntaxError("expected the number of a part");
    }
    in.expect(']');
    return all(path, Kind.WHOLE);
  }

  /** Whether something may follow: nothing was read, or a dot behind a number. */
  private static boolean readPath(ImapReader in, List<Integer> path) {
    boolean open = true;
    while (open && in.peek() >= '0' && in.peek() <= '9') {
      path.add((int) Math.min(Integer.MAX_VALUE, in.expectPositive()));
      open = in.take('.');
    }
    if (path.size() > DEEPEST) {
      throw new SyntaxError("section too deep");
    }
    return open;
  }

  private static BodySection ofPart(List<Integer> path, String text, ImapReader in) {
    return switch (text) {
      case "" -> all(path, Kind.WHOLE);
      case "HEADER" -> all(path, Kind.HEADER);
      case "TEXT" -> all(path, Kind.TEXT);
      case "HEADER.FIELDS" ->
          new BodySection(new MimeSection(path, Kind.HEADER), readNames(in), false);
      case "HEADER.FIELDS.NOT" ->
          new BodySection(new MimeSection(path, Kind.HEADER), readNames(in), true);
      case "MIME" -> {
        if (path.isEmpty()) {
          throw new SyntaxError("MIME is of a part");
        }
        yield all(path, Kind.MIME);
      }
      default -> throw new SyntaxError("no such section");
    };
  }

  private static BodySection all(List<Integer> path, Kind kind) {
    return new BodySection(new MimeSection(path, kind), List.of(), false);
  }

  private static List<String> readNames(ImapReader in) {
    List<String> names = new ArrayList<>();
    in.expectSpace();
    in.expect('(');
    do {
      String name = in.expectAstring();
      if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
        throw new SyntaxError("expected a field name");
      }
      names.add(name);
    } while (in.take(' '));
    in.expect(')');
    return List.copyOf(names);
  }

  /** Whether this is the letter itself, whole. */
  public boolean isLetter() {
    return place.path().isEmpty() && place.kind() == Kind.WHOLE;
  }

  /** Whether this is made of header fields. */
  public boolean isHeader() {
    return place.kind() == Kind.HEADER || place.kind() == Kind.MIME;
  }

  /** The section as the response names it. */
  public String label() {
    String path = place.path().stream().map(String::valueOf).collect(Collectors.joining("."));
    String text = place.kind() == Kind.WHOLE ? "" : place.kind().name();
    String dot = path.isEmpty() || text.isEmpty() ? "" : ".";
    return path + dot + text + fieldsLabel();
  }

  private String fieldsLabel() {
    if (fields.isEmpty()) {
      return "";
    }
    String names = fields.stream().map(BodySection::astring).collect(Collectors.joining(" "));
    return (not ? ".FIELDS.NOT (" : ".FIELDS (") + names + ")";
  }

  private static String astring(String name) {
    boolean atom = name.chars().noneMatch(c -> "(){%*\"\\".indexOf(c) >= 0);
    return atom ? name : '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }
}
