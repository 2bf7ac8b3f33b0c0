package org.restante.protocol;

import org.osgi.annotation.versioning.ProviderType;

/** A session's figures for the dashboards. The counters are the kernel's and outlive the bundle. */
@ProviderType
public interface SessionMeter {

  /** The session is in this state from now on. */
  void state(SessionState state);

  /**
   * A command has ended; a name outside {@link ProtocolPlugin#commands} counts as {@code other}.
   */
  void command(String command, CommandResult result, long nanos);

  /** A login was tried; {@code mechanism} is {@code LOGIN}, {@code USER} or a SASL name. */
  void authentication(String mechanism, boolean granted);
}
