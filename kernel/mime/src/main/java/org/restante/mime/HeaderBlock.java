package org.restante.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of one header, in order. Immutable.
 *
 * @rfc 5322 2.2
 */
public final class HeaderBlock {

  private final List<HeaderField> fields;
  private final String blankLine;

  private HeaderBlock(List<HeaderField> fields, String blankLine) {
    this.fields = List.copyOf(fields);
    this.blankLine = blankLine;
  }

  /** Reads the octets of a header up to its blank line, or to the end where it has none. */
  public static HeaderBlock of(byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    List<HeaderField> fields = new ArrayList<>();
    int start = 0;
    while (start < text.length() && blankLineAt(text, start) == 0) {
      int end = fieldEnd(text, start);
      fields.add(HeaderField.of(text.substring(start, end)));
      start = end;
    }
    return new HeaderBlock(fields, text.substring(start, start + blankLineAt(text, start)));
  }

  public List<HeaderField> fields() {
    return fields;
  }

  /** The fields of that name, in any case. */
  public Stream<HeaderField> named(String name) {
    return fields.stream().filter(field -> field.isNamed(name));
  }

  /** The unfolded value of the first field of that name. */
  public Optional<String> first(String name) {
    return named(name).map(HeaderField::value).findFirst();
  }

  /**
   * The octets of HEADER.FIELDS or HEADER.FIELDS.NOT, with the blank line if the header has one.
   *
   * @param names in any case
   * @param not whether the fields wanted are those not named, lines that are no field among them
   * @rfc 3501 6.4.5
   */
  public byte[] select(Set<String> names, boolean not) {
    Set<String> folded = names.stream().map(HeaderBlock::lower).collect(Collectors.toSet());
    return fields.stream()
        .filter(field -> isAmong(field, folded) != not)
        .map(HeaderField::raw)
        .collect(Collectors.joining("", "", blankLine))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isAmong(HeaderField field, Set<String> folded) {
    return !field.name().isEmpty() && folded.contains(lower(field.name()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static int fieldEnd(String text, int start) {
    int end = lineEnd(text, start);
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end = lineEnd(text, end);
    }
    return end;
  }

  private static int lineEnd(String text, int start) {
    int feed = text.indexOf('\n', start);
    return feed < 0 ? text.length() : feed + 1;
  }

  private static int blankLineAt(String text, int start) {
    if (text.startsWith("\r\n", start)) {
      return 2;
    }
    return text.startsWith("\n", start) ? 1 : 0;
  }
}
