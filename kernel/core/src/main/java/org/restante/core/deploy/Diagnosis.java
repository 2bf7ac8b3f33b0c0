package org.restante.core.deploy;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** Says in one line why a bundle does not start and what to do. */
final class Diagnosis {
  private static final Pattern PACKAGE =
      Pattern.compile(
          "\\(osgi\\.wiring\\.package=([^)]+)\\)"
              + "(?:\\(version>=([^)]+)\\))?(?:\\(!\\(version>=([^)]+)\\)\\))?");

  private Diagnosis() {}

  static String of(String bundle, BundleException problem) {
    return switch (problem.getType()) {
      case BundleException.RESOLVE_ERROR -> unresolved(bundle, text(problem));
      case BundleException.DUPLICATE_BUNDLE_ERROR ->
          bundle + ": the framework has this bundle already: remove the other one";
      case BundleException.MANIFEST_ERROR, BundleException.INVALID_OPERATION ->
          bundle + " can't be started: " + text(problem);
      case BundleException.ACTIVATOR_ERROR ->
          bundle + " failed while it started: " + deepest(problem) + "; see the log";
      default -> bundle + " can't be started: " + text(problem);
    };
  }

  private static String unresolved(String bundle, String text) {
    Set<String> missing = new LinkedHashSet<>();
    Matcher matcher = PACKAGE.matcher(text);
    while (matcher.find()) {
      missing.add(matcher.group(1) + versions(matcher.group(2), matcher.group(3)));
    }
    return missing.isEmpty()
        ? bundle + " can't be resolved: " + text
        : bundle
            + " imports what nobody exports here: "
            + String.join(", ", missing)
            + ". Put the bundle that exports it into deploy/, or build against this server's API";
  }

  private static String versions(@Nullable String from, @Nullable String to) {
    if (from == null) {
      return "";
    }
    return to == null ? " from version " + from : " [" + from + "," + to + ")";
  }

  private static String deepest(Throwable problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause);
  }

  private static String text(BundleException problem) {
    return String.valueOf(problem.getMessage()).replace('\n', ' ');
  }
}
