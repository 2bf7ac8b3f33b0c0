package org.restante.core.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * Finds platform threads that a plugin has started: by the class of the thread, by the class loader
 * that it inherited, and by what is at the bottom of its stack.
 *
 * @param loader the bundle's; null where it has none
 * @param others threads that were seen to be somebody else's: what is at the bottom stays there
 */
record ThreadCensus(
    PluginGuard guard, Bundle bundle, @Nullable ClassLoader loader, Set<Long> others) {

  /** All that run. */
  List<Thread> threads() {
    return Arrays.stream(all()).filter(this::isOurs).toList();
  }

  private boolean isOurs(Thread thread) {
    if (loader == null) {
      return PluginMark.isOf(thread.getContextClassLoader(), guard) && ranByNobodyElse(thread);
    }
    return loader.equals(thread.getClass().getClassLoader())
        || loader.equals(thread.getContextClassLoader())
        || (PluginMark.isOf(thread.getContextClassLoader(), guard) && ranByNobodyElse(thread))
        || begunInBundle(thread);
  }

  /** The kernel may have made it while it worked for the plugin. */
  private boolean ranByNobodyElse(Thread thread) {
    String root = Whereabouts.root(thread.getStackTrace());
    return root.isEmpty() || isOfBundle(root);
  }

  /** Its bottom is the plugin's code. */
  private boolean begunInBundle(Thread thread) {
    if (others.contains(thread.threadId())) {
      return false;
    }
    String root = Whereabouts.root(thread.getStackTrace());
    if (!root.isEmpty() && !isOfBundle(root)) {
      others.add(thread.threadId());
    }
    return !root.isEmpty() && isOfBundle(root);
  }

  private boolean isOfBundle(String type) {
    return bundle.getState() != Bundle.UNINSTALLED
        && bundle.getEntry(type.replace('.', '/') + ".class") != null;
  }

  private static Thread[] all() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] found = new Thread[2 * group.activeCount() + 16];
    return Arrays.copyOf(found, group.enumerate(found, true));
  }
}
