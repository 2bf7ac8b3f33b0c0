package org.restante.admin.login;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.account.ScramKeys;

/**
 * What is stored of one password: its hash, and behind a space its keys for SCRAM, if it has some:
 * {@code $argon2id$… $scram-sha-256$i=ITERATIONS$SALT$STOREDKEY$SERVERKEY}, all in base64.
 *
 * @param hash the hash in PHC text form
 * @param keys for SCRAM
 */
record Credential(String hash, Optional<ScramKeys> keys) {
  private static final Pattern KEYS =
      Pattern.compile(
          "\\$scram-sha-256\\$i=([1-9][0-9]{0,7})\\$([A-Za-z0-9+/]{11,86})"
              + "\\$([A-Za-z0-9+/]{43})\\$([A-Za-z0-9+/]{43})");

  static Credential parse(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new Credential(text, Optional.empty())
        : new Credential(text.substring(0, space), keys(text.substring(space + 1)));
  }

  private static Optional<ScramKeys> keys(String text) {
    Matcher matcher = KEYS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    try {
      return Optional.of(
          new ScramKeys(
              base64.decode(matcher.group(2)),
              Integer.parseInt(matcher.group(1)),
              base64.decode(matcher.group(3)),
              base64.decode(matcher.group(4))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  Credential with(ScramKeys added) {
    return new Credential(hash, Optional.of(added));
  }

  String text() {
    return keys.map(its -> hash + " " + text(its)).orElse(hash);
  }

  private static String text(ScramKeys keys) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$scram-sha-256$i=%d$%s$%s$%s"
        .formatted(
            keys.iterations(),
            base64.encodeToString(keys.salt()),
            base64.encodeToString(keys.storedKey()),
            base64.encodeToString(keys.serverKey()));
  }
}
