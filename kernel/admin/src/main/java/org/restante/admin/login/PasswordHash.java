package org.restante.admin.login;

/** How a password becomes what is stored. Thread-safe. */
interface PasswordHash {

  /** The credential to store. */
  String hash(String password);

  /** Whether a credential is the password's; a malformed one is nobody's. */
  boolean verify(String password, String credential);

  /** A credential that costs what a real one costs and that no password opens. */
  String ofNobody();
}
