package org.restante.bench.swap;

import java.util.Locale;

/** What a time was measured of. */
enum Kind {
  /** An IMAP command, from when it was due to its tagged reply. */
  COMMAND,
  /** News of a round of changes, from the last command's send to a session's last line of it. */
  PUSH,
  /** A POP3 command. */
  POP3,
  /** The last dot of a letter to its reply. */
  DELIVERY,
  /** From the connect to the greeting. */
  VISIT;

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
