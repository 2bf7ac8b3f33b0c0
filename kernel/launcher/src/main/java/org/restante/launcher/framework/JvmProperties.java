package org.restante.launcher.framework;

import java.util.Map;

/** System properties of the JDK that have to be set before their readers are loaded. */
public final class JvmProperties {

  private static final int FEWEST_CARRIERS = 8;

  private JvmProperties() {}

  /** Sets what the operator has not set. */
  public static void set() {
    int carriers = Math.max(FEWEST_CARRIERS, Runtime.getRuntime().availableProcessors());
    Map.of(
            // a call into the store pins the carrier of its virtual thread
            "jdk.virtualThreadScheduler.parallelism",
            Integer.toString(carriers),
            // else the first buffer starts the flight recorder, which takes longer than the store
            "io.netty.jfr.enabled",
            "false",
            // else the second packet of each answer waits for an acknowledgement of the first
            "sun.net.httpserver.nodelay",
            "true",
            // a refused letter is read to its end, so that the client gets to read the answer
            "sun.net.httpserver.drainAmount",
            Integer.toString(64 << 20),
            "jdk.httpserver.maxConnections",
            "256")
        .forEach(JvmProperties::setUnlessSet);
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
