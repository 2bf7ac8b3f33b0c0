package org.restante.admin.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret of the admin API: {@code data/admin.token}, made on the first start, readable by the
 * server's user only.
 *
 * @param text the secret
 */
record Token(String text) {

  static Token of(Path home) throws IOException {
    Path file = home.resolve("data").resolve("admin.token");
    if (Files.notExists(file)) {
      write(file);
    }
    return new Token(Files.readString(file).strip());
  }

  boolean isShownBy(String authorization) {
    byte[] shown = authorization.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(shown, ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file) throws IOException {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    Files.createDirectories(file.getParent());
    Files.createFile(
        file,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
  }

  /** Not in a log, not in a stack. */
  @Override
  public String toString() {
    return "Token";
  }
}
