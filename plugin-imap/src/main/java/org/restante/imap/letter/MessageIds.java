package org.restante.imap.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Message ids in fields that name letters, in one form whatever their quoting. Case matters.
 *
 * @rfc 5256 3
 * @rfc 5322 3.6.4
 */
public final class MessageIds {
  private MessageIds() {}

  /** All of a field, in order; what is no message id is passed over. */
  public static List<String> all(@Nullable String field) {
    List<String> ids = new ArrayList<>();
    int open = field == null ? -1 : field.indexOf('<');
    while (field != null && open >= 0) {
      int close = field.indexOf('>', open);
      int again = field.indexOf('<', open + 1);
      if (close < 0) {
        return ids;
      }
      if (again < 0 || again > close) {
        normal(field.substring(open + 1, close)).ifPresent(ids::add);
      }
      open = again;
    }
    return ids;
  }

  /** The first of a field. */
  public static Optional<String> first(@Nullable String field) {
    return all(field).stream().findFirst();
  }

  /** Without quotes, backslashes and white space, which are not part of what an id says. */
  private static Optional<String> normal(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return Optional.empty();
    }
    StringBuilder id = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '"' && c != '\\') {
        id.append(c);
      }
    }
    return Optional.of(id.toString());
  }
}
