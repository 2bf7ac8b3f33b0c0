package org.restante.mailstore.directory;

import java.util.Locale;
import java.util.Optional;

/** The addresses of accounts. */
final class Addresses {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;

  private final String domain;

  Addresses(String domain) {
    this.domain = domain.toLowerCase(Locale.ROOT);
  }

  /**
   * An address in its one form: lower case, with a domain.
   *
   * @throws IllegalArgumentException if nobody can have it
   */
  String normal(String text) {
    return form(text)
        .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no address"));
  }

  /** An address in its one form, unless it is malformed. */
  Optional<String> form(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String full = lower.indexOf('@') < 0 ? lower + "@" + domain : lower;
    int at = full.lastIndexOf('@');
    boolean valid =
        at > 0
            && at <= LONGEST_LOCAL
            && at < full.length() - 1
            && full.length() <= LONGEST
            && full.indexOf('@') == at
            && full.codePoints().allMatch(Addresses::ordinary);
    return valid ? Optional.of(full) : Optional.empty();
  }

  /** A domain in its one form, unless nobody can have an address in it. */
  Optional<String> domainForm(String name) {
    return name.indexOf('@') < 0
        ? form("x@" + name).map(address -> address.substring(2))
        : Optional.empty();
  }

  boolean isDefaultDomain(String name) {
    return name.equalsIgnoreCase(domain);
  }

  /**
   * The address without its detail, if it has one.
   *
   * @rfc 5233 4
   */
  static Optional<String> withoutDetail(String address) {
    int plus = address.indexOf('+');
    int at = address.lastIndexOf('@');
    return plus > 0 && plus < at
        ? Optional.of(address.substring(0, plus) + address.substring(at))
        : Optional.empty();
  }

  private static boolean ordinary(int c) {
    return !Character.isISOControl(c) && !Character.isWhitespace(c) && "\"(),:;<>\\".indexOf(c) < 0;
  }
}
