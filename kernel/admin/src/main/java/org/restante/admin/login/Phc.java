package org.restante.admin.login;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password hash in the PHC text form.
 *
 * @param memoryKiB memory in KiB, at most 1 GiB
 * @param passes passes over the memory
 * @param lanes parallelism
 * @param salt the salt
 * @param hash 32 octets
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record Phc(int memoryKiB, int passes, int lanes, byte[] salt, byte[] hash) {

  static final int HASH_OCTETS = 32;

  private static final int MOST_MEMORY_KIB = 1 << 20;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{43})");

  static Optional<Phc> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
              new Phc(
                  Integer.parseInt(form.group(1)),
                  Integer.parseInt(form.group(2)),
                  Integer.parseInt(form.group(3)),
                  Base64.getDecoder().decode(form.group(4)),
                  Base64.getDecoder().decode(form.group(5))))
          .filter(Phc::isAffordable);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** RFC 9106 §3.1 wants 8 KiB for each lane; more than 1 GiB is an attack. */
  private boolean isAffordable() {
    return memoryKiB >= 8 * lanes && memoryKiB <= MOST_MEMORY_KIB;
  }

  String text() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKiB,
            passes,
            lanes,
            Base64.getEncoder().withoutPadding().encodeToString(salt),
            Base64.getEncoder().withoutPadding().encodeToString(hash));
  }
}
