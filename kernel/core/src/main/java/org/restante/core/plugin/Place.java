package org.restante.core.plugin;

/** Where a new connection goes. */
sealed interface Place {

  /** To a revision. */
  record With(Revision revision) implements Place {}

  /** It waits for one. */
  record Waiting() implements Place {}

  /** Too many wait. */
  record NoRoom() implements Place {}
}
