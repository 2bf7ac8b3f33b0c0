package org.restante.core.echo;

/** What a session does when it is told to. */
@FunctionalInterface
interface EchoAct {
  void act(String command);
}
