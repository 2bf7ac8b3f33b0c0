package org.restante.core.deploy;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Says in one line why a bundle does not get in and what to do. */
final class Diagnosis {

  private Diagnosis() {}

  /** Why it can't be installed. */
  static String ofInstall(String bundle, BundleException problem) {
    return switch (problem.getType()) {
      case BundleException.DUPLICATE_BUNDLE_ERROR ->
          bundle + ": the framework has this bundle already: remove the other one";
      case BundleException.MANIFEST_ERROR ->
          bundle
              + " has a manifest that the framework can't read: "
              + text(problem)
              + "; build it with bnd";
      default -> bundle + " can't be installed: " + text(problem);
    };
  }

  /** Why it can't be started. */
  static String ofStart(Bundle bundle, Imports imports, BundleException problem) {
    String name = bundle.getSymbolicName();
    return switch (problem.getType()) {
      case BundleException.RESOLVE_ERROR ->
          imports.missing(bundle).orElseGet(() -> name + " can't be resolved: " + text(problem));
      case BundleException.ACTIVATOR_ERROR ->
          name
              + " failed while it started: "
              + deepest(problem)
              + "; the log has the stack: mend it and deploy it again";
      default -> name + " can't be started: " + text(problem);
    };
  }

  private static String deepest(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return oneLine(String.valueOf(cause));
  }

  private static String text(BundleException problem) {
    return oneLine(String.valueOf(problem.getMessage()));
  }

  /** Whatever was said, without line ends. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
