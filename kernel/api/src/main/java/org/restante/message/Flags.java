package org.restante.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The flags and keywords of a message. Keywords are compared without regard to case and keep the
 * case in which they were first given; they are sorted, so equal sets are equal records.
 *
 * @param system bits of {@link SystemFlag}
 * @param keywords sorted, each once
 * @rfc 3501 2.3.2
 */
public record Flags(int system, List<String> keywords) {

  /** No flag at all. */
  public static final Flags NONE = new Flags(0, List.of());

  /** Sorts the keywords and drops repetitions. */
  public Flags {
    keywords = sorted(keywords);
  }

  /** System flags only. */
  public static Flags of(SystemFlag... flags) {
    int bits = 0;
    for (SystemFlag flag : flags) {
      bits |= flag.bit();
    }
    return new Flags(bits, List.of());
  }

  /** Whether a system flag is set. */
  public boolean has(SystemFlag flag) {
    return (system & flag.bit()) != 0;
  }

  /** Whether a keyword is set, in any case. */
  public boolean has(String keyword) {
    return keywords.stream().anyMatch(keyword::equalsIgnoreCase);
  }

  /** These and the others. */
  public Flags plus(Flags others) {
    if (others.keywords.isEmpty()) {
      return new Flags(system | others.system, keywords);
    }
    List<String> all = new ArrayList<>(keywords);
    all.addAll(others.keywords);
    return new Flags(system | others.system, all);
  }

  /** These without the others. */
  public Flags minus(Flags others) {
    List<String> left = keywords.stream().filter(keyword -> !others.has(keyword)).toList();
    return new Flags(system & ~others.system, left);
  }

  private static List<String> sorted(List<String> keywords) {
    if (keywords.size() < 2) {
      return List.copyOf(keywords);
    }
    TreeMap<String, String> byFoldedText = new TreeMap<>();
    keywords.forEach(text -> byFoldedText.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
    return List.copyOf(byFoldedText.values());
  }
}
