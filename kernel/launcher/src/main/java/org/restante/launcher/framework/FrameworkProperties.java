package org.restante.launcher.framework;

import java.util.HashMap;
import java.util.Map;
import org.restante.launcher.home.Home;
import org.restante.launcher.memory.Budget;

/** What the framework is told at its start. */
final class FrameworkProperties {

  /** Logging is on the launcher's class path; both versions, since old libraries ask for 1.7. */
  private static final String LOGGING_PACKAGES =
      "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,"
          + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=2.0.17,"
          + "org.slf4j;version=1.7.36,org.slf4j.helpers;version=1.7.36,org.slf4j.spi;version=1.7.36";

  private FrameworkProperties() {}

  static Map<String, String> of(Home home, int basePort) {
    Map<String, String> properties = new HashMap<>();
    properties.put("restante.home", home.root().toString());
    properties.put("restante.base.port", Integer.toString(basePort));
    Budget.current().ifPresent(budget -> properties.putAll(budget.properties()));
    properties.put("org.osgi.framework.storage", BundleCache.of(home).toString());
    properties.put("org.osgi.framework.storage.clean", "onFirstInit");
    properties.put("org.osgi.framework.bsnversion", "multiple");
    properties.put("org.osgi.framework.system.packages.extra", LOGGING_PACKAGES);
    // the files in etc/ are the truth; a second copy would outlive them
    properties.put("felix.cm.pm", "memory");
    properties.put("felix.fileinstall.dir", home.etc().toString());
    properties.put("felix.fileinstall.filter", ".*\\.config");
    properties.put("felix.fileinstall.noInitialDelay", "true");
    properties.put("felix.fileinstall.enableConfigSave", "false");
    properties.put("felix.fileinstall.poll", "1000");
    properties.put("felix.fileinstall.log.level", "2");
    properties.put("felix.fileinstall.tmpdir", BundleCache.of(home).toString());
    properties.put("gosh.args", "--nointeractive");
    properties.put("io.netty.native.workdir", home.data().toString());
    return properties;
  }
}
