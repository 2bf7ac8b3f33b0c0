package org.restante.pop3;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator can set.
 *
 * @param inactivity silence after which a session ends
 * @param takeoverAfter silence after which another login takes the maildrop over
 * @param loginAttempts failed logins of one connection
 * @param syntaxErrors commands of one connection that were not understood
 * @param expireDays how long letters stay in INBOX that were retrieved; empty: for ever
 */
public record Pop3Settings(
    Duration inactivity,
    Duration takeoverAfter,
    int loginAttempts,
    int syntaxErrors,
    OptionalInt expireDays) {

  private static final Pattern DAYS = Pattern.compile("(0|[1-9][0-9]{0,4})d");

  /** Only positive numbers make sense. */
  public Pop3Settings {
    requirePositive("inactivitySeconds", inactivity.toSeconds());
    requirePositive("takeoverAfterSeconds", takeoverAfter.toSeconds());
    requirePositive("loginAttempts", loginAttempts);
    requirePositive("syntaxErrors", syntaxErrors);
  }

  /** What holds where nothing is configured. */
  public static Pop3Settings defaults() {
    return new Pop3Settings(
        Duration.ofMinutes(10), Duration.ofSeconds(30), 5, 20, OptionalInt.empty());
  }

  /** What the configuration says. */
  public static Pop3Settings of(Pop3Configuration configuration) {
    return new Pop3Settings(
        Duration.ofSeconds(configuration.inactivitySeconds()),
        Duration.ofSeconds(configuration.takeoverAfterSeconds()),
        configuration.loginAttempts(),
        configuration.syntaxErrors(),
        days(configuration.expire()));
  }

  static OptionalInt days(String text) {
    if (text.equals("never")) {
      return OptionalInt.empty();
    }
    Matcher days = DAYS.matcher(text);
    if (!days.matches()) {
      throw new IllegalArgumentException("expire is never, or days as 30d, not " + text);
    }
    return OptionalInt.of(Integer.parseInt(days.group(1)));
  }

  private static void requirePositive(String key, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " is a positive number, not " + value);
    }
  }
}
