package org.restante.bench.swap;

import java.util.Locale;

/** When something was measured. */
enum Phase {
  /** Nothing is replaced yet. */
  BEFORE,
  /** Plugins are replaced. */
  DURING,
  /** Nothing is replaced any more. */
  AFTER,
  /** The store's bundle is replaced. */
  STORE;

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
