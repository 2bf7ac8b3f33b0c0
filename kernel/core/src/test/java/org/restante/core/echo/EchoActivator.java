package org.restante.core.echo;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.restante.protocol.ProtocolPlugin;

/** Registers the plugin of a bundle, whose version is its revision. */
public final class EchoActivator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    String mood = String.valueOf(context.getBundle().getHeaders().get("Echo-Mood"));
    switch (mood) {
      case "failing" -> throw new IllegalStateException("in a bad mood");
      case "idle" -> {}
      default -> context.registerService(ProtocolPlugin.class, plugin(context, mood), null);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  private static EchoPlugin plugin(BundleContext context, String mood) {
    String states = context.getBundle().getHeaders().get("Echo-States");
    return new EchoPlugin(
        context.getBundle().getVersion().toString(),
        states == null ? 1 : Integer.parseInt(states)) {
      @Override
      public void checkHealth() {
        if (mood.equals("ill")) {
          throw new IllegalStateException("not well");
        }
      }
    };
  }
}
