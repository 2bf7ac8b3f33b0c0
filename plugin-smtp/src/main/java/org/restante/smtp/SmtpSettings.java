package org.restante.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operator can set.
 *
 * @param domains domains of this server, lower case
 * @param postmaster who gets the postmaster's mail; empty for nobody
 * @param recipients most recipients of one letter
 * @param inactivity silence after which a session ends
 * @param errors failed commands of one connection
 * @param loginAttempts failed logins of one connection
 */
public record SmtpSettings(
    Set<String> domains,
    String postmaster,
    int recipients,
    Duration inactivity,
    int errors,
    int loginAttempts) {

  /** Only positive numbers make sense. */
  public SmtpSettings {
    domains =
        domains.stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    requirePositive("recipients", recipients);
    requirePositive("inactivitySeconds", inactivity.toSeconds());
    requirePositive("errors", errors);
    requirePositive("loginAttempts", loginAttempts);
  }

  /** What holds where nothing is configured. */
  public static SmtpSettings defaults() {
    return new SmtpSettings(Set.of("localhost"), "", 1000, Duration.ofMinutes(5), 30, 5);
  }

  /** What the configuration says. */
  public static SmtpSettings of(SmtpConfiguration configuration) {
    return new SmtpSettings(
        Set.copyOf(List.of(configuration.domains())),
        configuration.postmaster(),
        configuration.recipients(),
        Duration.ofSeconds(configuration.inactivitySeconds()),
        configuration.errors(),
        configuration.loginAttempts());
  }

  private static void requirePositive(String key, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(key + " is a positive number, not " + value);
    }
  }
}
