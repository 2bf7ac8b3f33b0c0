package org.restante.smtp.path;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Parameters of MAIL and RCPT. Each is taken once; what is left at the end is unknown.
 *
 * @rfc 5321 4.1.2
 */
public final class Parameters {

  private static final int MOST = 16;

  private final Map<String, String> values = new TreeMap<>();

  /** Parameters as they follow a path. */
  public Parameters(String text) {
    if (!text.isEmpty() && text.charAt(0) != ' ') {
      throw malformed();
    }
    for (String parameter : text.split(" ", -1)) {
      if (!parameter.isEmpty()) {
        add(parameter);
      }
    }
  }

  /** The value of a parameter, empty text where it has none. */
  public Optional<String> take(String keyword) {
    return Optional.ofNullable(values.remove(keyword));
  }

  /** No parameter is left. */
  public void expectEnd() {
    if (!values.isEmpty()) {
      throw new MalformedPath(555, "5.5.4", "unknown parameter");
    }
  }

  private void add(String parameter) {
    int equals = parameter.indexOf('=');
    String keyword = equals < 0 ? parameter : parameter.substring(0, equals);
    String value = equals < 0 ? "" : parameter.substring(equals + 1);
    boolean readable =
        isKeyword(keyword)
            && value.chars().allMatch(c -> c > ' ' && c <= '~' && c != '=')
            && values.size() < MOST;
    if (!readable || values.put(keyword.toUpperCase(Locale.ROOT), value) != null) {
      throw malformed();
    }
  }

  private static boolean isKeyword(String text) {
    return !text.isEmpty()
        && text.charAt(0) != '-'
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-');
  }

  private static MalformedPath malformed() {
    return new MalformedPath(501, "5.5.4", "malformed parameters");
  }
}
