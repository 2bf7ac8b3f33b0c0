package org.restante.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.restante.launcher.admin.AdminClient;

/** A few letters to look at. */
final class SampleLetters {

  private static final List<String> FILES =
      List.of("welcome.eml", "picture.eml", "scripts.eml", "forwarded.eml");

  private SampleLetters() {}

  static void deliver(AdminClient admin, String address) throws IOException {
    for (String file : FILES) {
      admin.octets(
          "/deliveries?to=" + AdminClient.encode(address),
          "message/rfc822",
          out -> {
            try (InputStream letter = SampleLetters.class.getResourceAsStream(file)) {
              if (letter == null) {
                throw new IOException("no sample letter " + file);
              }
              letter.transferTo(out);
            }
          });
    }
  }
}
