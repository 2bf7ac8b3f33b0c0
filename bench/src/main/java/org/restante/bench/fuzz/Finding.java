package org.restante.bench.fuzz;

/**
 * Something that must not be.
 *
 * @param state where
 * @param world the world's number; with the seed, all that led to it
 * @param what in a few words
 * @param said by the client, in the session in which it happened
 * @param answered by the server to the last of it
 */
record Finding(FuzzState state, long world, String what, String said, String answered) {
  private static final int SHOWN = 3000;

  String text(long seed) {
    return "FOUND %s%n  again: --state %s --seed %d --world %d%n  said: %s%n  answered: %s"
        .formatted(what, state, seed, world, readable(said), readable(answered));
  }

  private static String readable(String octets) {
    StringBuilder text = new StringBuilder();
    for (char c : octets.substring(Math.max(0, octets.length() - SHOWN)).toCharArray()) {
      switch (c) {
        case '\r' -> text.append("\\r");
        case '\n' -> text.append("\\n");
        default ->
            text.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x%02x".formatted((int) c));
      }
    }
    return text.toString();
  }
}
