package org.restante.imap.syntax;

/** Where a command's further lines and literals come from. */
public interface CommandSource {

  /** Tells the client to send the literal it announced. */
  void invite();

  /** Octets of a literal, at least one. */
  int read(byte[] into, int offset, int length);

  /** The line that goes on behind a literal. */
  byte[] readLine();
}
