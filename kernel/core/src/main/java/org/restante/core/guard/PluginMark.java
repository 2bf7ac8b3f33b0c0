package org.restante.core.guard;

import org.jspecify.annotations.Nullable;

/**
 * The context class loader of threads that run a plugin's code: threads that these start inherit
 * it, and so can be told from the kernel's. It loads what the system's loads, and knows no class of
 * the plugin.
 */
final class PluginMark extends ClassLoader {
  private final PluginGuard guard;

  PluginMark(PluginGuard guard) {
    super("plugin-" + guard.name(), ClassLoader.getSystemClassLoader());
    this.guard = guard;
  }

  /** The plugin that the current thread works for; null for none. */
  static @Nullable PluginGuard current() {
    return Thread.currentThread().getContextClassLoader() instanceof PluginMark mark
        ? mark.guard
        : null;
  }

  /** Whether this is the mark of that guard. */
  static boolean isOf(@Nullable ClassLoader loader, PluginGuard guard) {
    return loader instanceof PluginMark mark && mark.guard == guard;
  }
}
