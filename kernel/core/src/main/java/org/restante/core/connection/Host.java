package org.restante.core.connection;

import org.restante.core.guard.PluginGuard;
import org.restante.core.meter.CommandFigures;
import org.restante.protocol.ProtocolPlugin;

/** A revision of a plugin, as its connections see it. Thread-safe. */
public interface Host {

  /** The plugin. */
  ProtocolPlugin plugin();

  /** What the commands of its sessions come to. */
  CommandFigures figures();

  /** What keeps it from harming others. */
  PluginGuard guard();

  /** A connection comes in; false where this revision takes none any more. */
  boolean enter(ClientConnection connection);

  /** The client of a connection that is here has shown who it is. */
  void identified(ClientConnection connection);

  /** A connection has left; the plugin's classes are not touched for it any more. */
  void left(ClientConnection connection);
}
