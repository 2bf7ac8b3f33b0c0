package org.restante.itest.dynamics;

/**
 * What a protocol says.
 *
 * @param protocol the plugin's
 * @param listener a port of it
 * @param greeting begins a session
 * @param goodbye ends it because the bundle goes
 * @param refusal is said when no plugin came
 */
record Spoken(String protocol, String listener, String greeting, String goodbye, String refusal) {

  static final Spoken IMAP = new Spoken("imap", "imap", "* OK", "* BYE", "* BYE [UNAVAILABLE]");
  static final Spoken POP3 = new Spoken("pop3", "pop3", "+OK", "-ERR", "-ERR [SYS/TEMP]");
  static final Spoken SMTP = new Spoken("smtp", "smtp", "220 ", "421 ", "421 4.3.2 SMTP");
  static final Spoken LMTP = new Spoken("smtp", "lmtp", "220 ", "421 ", "421 4.3.2 LMTP");

  String bundle() {
    return "org.restante.plugin." + protocol;
  }
}
