package org.restante.pop3;

import java.time.Duration;

/**
 * What an operator can set.
 *
 * @param inactivity silence after which a session ends
 * @param takeoverAfter silence after which another login takes the maildrop over
 * @param loginAttempts failed logins of one connection
 * @param syntaxErrors commands of one connection that were not understood
 */
public record Pop3Settings(
    Duration inactivity, Duration takeoverAfter, int loginAttempts, int syntaxErrors) {

  /** Only positive numbers make sense. */
  public Pop3Settings {
    requirePositive("inactivitySeconds", inactivity.toSeconds());
    requirePositive("takeoverAfterSeconds", takeoverAfter.toSeconds());
    requirePositive("loginAttempts", loginAttempts);
    requirePositive("syntaxErrors", syntaxErrors);
  }

  /** What holds where nothing is configured. */
  public static Pop3Settings defaults() {
    return new Pop3Settings(Duration.ofMinutes(10), Duration.ofSeconds(30), 5, 20);
  }

  /** What the configuration says. */
  public static Pop3Settings of(Pop3Configuration configuration) {
    return new Pop3Settings(
        Duration.ofSeconds(configuration.inactivitySeconds()),
        Duration.ofSeconds(configuration.takeoverAfterSeconds()),
        configuration.loginAttempts(),
        configuration.syntaxErrors());
  }

  private static void requirePositive(String key, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " is a positive number, not " + value);
    }
  }
}
