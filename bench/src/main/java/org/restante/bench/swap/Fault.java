package org.restante.bench.swap;

import java.util.Locale;

/** What must not happen to a client. */
enum Fault {
  /** No connection, or none that greets. */
  REFUSED,
  /** A connection ended that nobody closed. */
  DROPPED,
  /** A reply that is not the right one, or none in time. */
  WRONG,
  /** A change that a session was not told of in time. */
  MISSED,
  /** A change that a session was told of twice. */
  DOUBLED;

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
