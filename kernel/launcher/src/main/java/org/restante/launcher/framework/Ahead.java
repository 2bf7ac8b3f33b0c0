package org.restante.launcher.framework;

import java.lang.reflect.Constructor;
import java.util.Dictionary;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes long and waits for nobody, as libraries of native code do, is begun beside the lower
 * start levels. A bundle names it in its header {@value #HEADER}: a {@link Runnable} with a
 * constructor without parameters. What fails here fails again where it is needed, and is told
 * there.
 */
final class Ahead {

  static final String HEADER = "Restante-Ahead";

  private static final Logger LOG = LoggerFactory.getLogger(Ahead.class);

  private Ahead() {}

  /** Runs it on threads of its own. */
  static void begin(List<Bundle> bundles) {
    bundles.forEach(bundle -> begin(bundle, bundle.getHeaders("")));
  }

  private static void begin(Bundle bundle, Dictionary<String, String> headers) {
    String name = headers.get(HEADER);
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (name != null && wiring != null) {
      Thread.ofPlatform()
          .daemon()
          .name("ahead-" + bundle.getSymbolicName())
          .start(() -> run(name, wiring));
    }
  }

  private static void run(String name, BundleWiring wiring) {
    try {
      Constructor<?> constructor = wiring.getClassLoader().loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true); // it is nobody else's to use
      ((Runnable) constructor.newInstance()).run();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      LOG.debug("{} failed ahead of its time", name, e);
    }
  }
}
