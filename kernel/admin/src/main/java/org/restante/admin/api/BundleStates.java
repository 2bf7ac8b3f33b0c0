package org.restante.admin.api;

import org.osgi.framework.Bundle;

/** The framework's numbers for the states of a bundle, in words. */
public final class BundleStates {

  private BundleStates() {}

  /** The word for a state. */
  public static String name(int state) {
    return switch (state) {
      case Bundle.INSTALLED -> "INSTALLED";
      case Bundle.RESOLVED -> "RESOLVED";
      case Bundle.STARTING -> "STARTING";
      case Bundle.ACTIVE -> "ACTIVE";
      case Bundle.STOPPING -> "STOPPING";
      default -> "UNINSTALLED";
    };
  }
}
