package org.restante.core.meter;

/** Why a connection got no session. */
public enum Refusal {
  /** No plugin came in time. */
  NO_PLUGIN,
  /** Too many connections. */
  LIMIT,
  /** Too many in too short a time. */
  RATE,
  /** TLS could not be agreed on. */
  TLS
}
