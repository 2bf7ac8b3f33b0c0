package org.restante.testkit.connection;

/** How the move of a session to another revision of its plugin ended. */
public enum HandOver {
  /** The other revision goes on. */
  MOVED,
  /** The session did not want to move now; it goes on where it is. */
  DEFERRED,
  /** The other revision could not read the state: a farewell was said and the connection closed. */
  DROPPED
}
