package org.restante.core.guard;

/** Ends one call into a plugin, which asked for more memory than there is for it. */
public final class OverBudget extends Error {
  private static final long serialVersionUID = 1L;

  OverBudget(String reason) {
    super(reason);
  }
}
