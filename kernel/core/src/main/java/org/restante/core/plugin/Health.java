package org.restante.core.plugin;

/** What a revision's health check said. */
public sealed interface Health {

  /** It has not ended. */
  record Unknown() implements Health {}

  /** The revision can serve. */
  record Good() implements Health {}

  /** It can't, and gets no connection. */
  record Bad(String why) implements Health {}
}
