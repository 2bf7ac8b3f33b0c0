package org.restante.admin.login;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of an application password: five groups of five characters, {@code
 * k3m9q-7xw2r-hb4ns-cd5te-gp8vz}. The first group is its id, in clear, so that a login knows which
 * hash to compute; the others are 99 random bits.
 *
 * @param id the first group
 * @param text all of it
 */
record ApplicationSecret(String id, String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without those that look alike: 0 and o, 1 and i and l. */
  private static final String CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final int GROUP = 5;
  private static final int GROUPS = 5;
  private static final Pattern FORM =
      Pattern.compile("[%s]{5}(-[%s]{5}){4}".formatted(CHARACTERS, CHARACTERS));

  static ApplicationSecret generate() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
    }
    return of(text.toString());
  }

  /** The secret in what a client gave as its password; empty where it has another form. */
  static Optional<ApplicationSecret> parse(String password) {
    return FORM.matcher(password).matches() ? Optional.of(of(password)) : Optional.empty();
  }

  private static ApplicationSecret of(String text) {
    return new ApplicationSecret(text.substring(0, GROUP), text);
  }
}
