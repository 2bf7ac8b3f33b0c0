package org.restante.admin.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  private static final int SHORTEST = 16;
  private static final int OCTETS = 32;

  static Token of(Path data) throws IOException {
    Path file = data.resolve("admin.token");
    if (Files.notExists(file)) {
      write(file);
    }
    Token token = new Token(Files.readString(file).strip());
    if (token.text.length() < SHORTEST) {
      throw new IOException(file + " is too short for a secret; delete it, and it is made again");
    }
    return token;
  }

  boolean isShownBy(String authorization) {
    byte[] shown = authorization.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(shown, ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
  }

  /** Whole or not at all: half a secret would be the easier one to guess. */
  private static void write(Path file) throws IOException {
    byte[] secret = new byte[OCTETS];
    new SecureRandom().nextBytes(secret);
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling("admin.token.new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Not in a log, not in a stack. */
  @Override
  public String toString() {
    return "Token";
  }
}
