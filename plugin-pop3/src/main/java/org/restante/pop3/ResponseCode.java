package org.restante.pop3;

/**
 * Response codes.
 *
 * @rfc 2449 8
 * @rfc 3206 4
 */
enum ResponseCode {
  /** Another session has the maildrop. */
  IN_USE("[IN-USE]"),
  /** The credentials are the problem. */
  AUTH("[AUTH]"),
  /** It will pass. */
  SYS_TEMP("[SYS/TEMP]"),
  /** Somebody has to look after it. */
  SYS_PERM("[SYS/PERM]");

  private final String text;

  ResponseCode(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
