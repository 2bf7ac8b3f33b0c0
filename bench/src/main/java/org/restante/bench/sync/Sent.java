package org.restante.bench.sync;

/**
 * A command on its way.
 *
 * @param text the command without its tag
 * @param sent when
 */
record Sent(String tag, String text, long sent) {

  /** Message numbers must stay as they are until it is done. */
  boolean keepsNumbers() {
    return text.startsWith("FETCH") || text.startsWith("STORE") || text.startsWith("SEARCH");
  }

  boolean isSilent() {
    return text.contains("FLAGS.SILENT");
  }

  boolean opens() {
    return text.startsWith("SELECT") || text.startsWith("EXAMINE");
  }

  /** The sign of a STORE. */
  String sign() {
    int item = text.indexOf("FLAGS");
    char sign = text.charAt(item - 1);
    return sign == '+' || sign == '-' ? String.valueOf(sign) : "";
  }

  /** The one flag of a STORE, in lower case. */
  String flag() {
    return Message.flags(text.substring(text.lastIndexOf('(') + 1, text.length() - 1));
  }

  /** The set of messages that the command names. */
  String set() {
    String[] words = text.split(" ", -1);
    return words[text.startsWith("UID ") ? 2 : 1];
  }
}
