package org.restante.protocol;

/** Why a connection ends. */
public enum CloseReason {
  /** The client said goodbye. */
  LOGOUT,
  /** The client was silent too long. */
  TIMEOUT,
  /** The client went away without a word. */
  CLIENT_GONE,
  /** Too many errors, or one of our own. */
  ERROR,
  /** The server stops. */
  SHUTDOWN,
  /** The protocol's bundle is removed, or its next revision can't go on. */
  BUNDLE_STOP
}
