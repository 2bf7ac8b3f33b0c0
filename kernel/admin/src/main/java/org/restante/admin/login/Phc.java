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

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})"
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
              Base64.getDecoder().decode(form.group(5))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  String text() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKiB,
            passes,
            lanes,
            Argon2.encoder().encodeToString(salt),
            Argon2.encoder().encodeToString(hash));
  }
}
