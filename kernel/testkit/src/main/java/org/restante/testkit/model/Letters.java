package org.restante.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Letters by number, none kept: the same number gives the same octets. */
final class Letters {

  /** How many different ones there are: so many that most are in one place, some in many. */
  static final int DIFFERENT = 5_000;

  private Letters() {}

  static byte[] octets(int number) {
    String body = "All that is said in letter " + number + ".\r\n";
    return ("From: a@localhost\r\nSubject: letter "
            + number
            + "\r\n\r\n"
            + body.repeat(1 + number % 13))
        .getBytes(UTF_8);
  }
}
