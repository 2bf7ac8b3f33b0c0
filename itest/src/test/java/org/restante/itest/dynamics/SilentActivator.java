package org.restante.itest.dynamics;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts and registers nothing. */
public final class SilentActivator implements BundleActivator {

  @Override
  public void start(BundleContext context) {}

  @Override
  public void stop(BundleContext context) {}
}
