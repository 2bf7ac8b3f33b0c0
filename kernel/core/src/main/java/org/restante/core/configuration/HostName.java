package org.restante.core.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine, where none is configured. */
public final class HostName {

  private HostName() {}

  /** The configured name; without one this machine's; without that {@code localhost}. */
  public static String orLocal(String configured) {
    if (!configured.isBlank()) {
      return configured;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost"; // a machine whose name nobody knows still serves mail
    }
  }
}
