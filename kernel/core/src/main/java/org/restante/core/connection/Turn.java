package org.restante.core.connection;

import org.restante.protocol.CloseReason;

/** What a conversation does next. */
sealed interface Turn {

  /** The session begins. */
  record Open(Host host) implements Turn {}

  /** A line is there. */
  record Input() implements Turn {}

  /** The session asked for it, or something it watches did. */
  record Wake() implements Turn {}

  /** Another revision goes on. */
  record Move(Relocation relocation) implements Turn {}

  /** There is no session, and there won't be one. */
  record Refuse(String text) implements Turn {}

  /** The session says goodbye. */
  record Farewell(CloseReason reason) implements Turn {}

  /** It is over. The last turn. */
  record Close(CloseReason reason) implements Turn {}
}
