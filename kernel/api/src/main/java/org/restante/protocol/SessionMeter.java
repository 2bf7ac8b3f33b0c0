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

  /**
   * The command that is being carried out failed by an error of the plugin's own: neither the
   * client's mistake nor a refusal. Told where such errors become a reply, besides {@link
   * #command}; the kernel counts exceptions that escape a session by itself. A revision with too
   * many of them is rolled back.
   */
  void fault();

  /** A login was tried; {@code mechanism} is {@code LOGIN}, {@code USER} or a SASL name. */
  void authentication(String mechanism, boolean granted);
}
