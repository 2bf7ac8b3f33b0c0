package org.restante.bench.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flags of a message as bits. */
final class FlagSet {
  static final int DELETED = 1 << 6;
  private static final int VALUES = 1 << 6;
  private static final List<String> NAMES =
      List.of("\\Answered", "\\Flagged", "\\Draft", "\\Seen", "$One", "$Two", "\\Deleted");
  private static final Pattern SHOWN = Pattern.compile("FLAGS \\(([^)]*)\\)");

  private FlagSet() {}

  /** Another value than this one; all come round before one comes again. */
  static int after(int flags) {
    return (flags + 1) % VALUES;
  }

  static String text(int flags) {
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < NAMES.size(); bit++) {
      if ((flags & (1 << bit)) != 0) {
        names.add(NAMES.get(bit));
      }
    }
    return "(" + String.join(" ", names) + ")";
  }

  /** The flags in a FETCH response; -1 where it shows none. */
  static int of(String response) {
    Matcher shown = SHOWN.matcher(response);
    if (!shown.find()) {
      return -1;
    }
    int flags = 0;
    for (String name : shown.group(1).split(" ", -1)) {
      int bit = NAMES.indexOf(name);
      flags |= bit < 0 ? 0 : 1 << bit;
    }
    return flags;
  }
}
