package org.restante.core.guard;

/**
 * Ends a call into a plugin that was stopped. An error, so that a plugin's own handling of what
 * goes wrong does not take it; where it does, the next checkpoint throws it again.
 */
public final class PluginStopped extends Error {
  private static final long serialVersionUID = 1L;

  PluginStopped(String reason) {
    super(reason, null, false, false);
  }
}
