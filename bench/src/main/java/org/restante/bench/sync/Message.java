package org.restante.bench.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of a message.
 *
 * @param flags sorted, in lower case, {@code \Recent} left out
 * @param modSeq 0 where it is not known
 */
record Message(String flags, long modSeq) {

  static String flags(String listed) {
    return Arrays.stream(listed.toLowerCase(Locale.ROOT).split(" ", -1))
        .filter(flag -> !flag.isEmpty() && !flag.equals("\\recent"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The flags after a STORE. */
  static String stored(String before, String sign, String flag) {
    TreeSet<String> flags = new TreeSet<>(Arrays.asList(before.split(" ", -1)));
    if (sign.isEmpty()) {
      flags.clear();
    }
    if (sign.equals("-")) {
      flags.remove(flag);
    } else {
      flags.add(flag);
    }
    flags.remove("");
    return String.join(" ", flags);
  }
}
