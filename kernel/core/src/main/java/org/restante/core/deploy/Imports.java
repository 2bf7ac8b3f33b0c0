package org.restante.core.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What a bundle asks for, held against what the others have. */
final class Imports {
  private static final String OURS = "org.restante.";
  private static final String FILTER = Namespace.REQUIREMENT_FILTER_DIRECTIVE;
  private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
  private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
  private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

  private final BundleContext context;

  Imports(BundleContext context) {
    this.context = context;
  }

  /** A package that is asked for in some versions. */
  private record Wanted(String name, String versions) {
    static Wanted of(String filter) {
      String from = found(FROM, filter.replaceAll(BELOW.pattern(), ""));
      String below = found(BELOW, filter);
      String versions =
          from == null
              ? ""
              : below == null ? " from version " + from : " [" + from + "," + below + ")";
      return new Wanted(String.valueOf(found(PACKAGE, filter)), versions);
    }

    private static @Nullable String found(Pattern pattern, String text) {
      Matcher matcher = pattern.matcher(text);
      return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public String toString() {
      return name + versions;
    }
  }

  /** What nobody here gives to it, in one line with the cure; empty where that is not it. */
  Optional<String> missing(Bundle bundle) {
    List<BundleRequirement> unmet = unmet(bundle);
    List<Wanted> packages =
        unmet.stream()
            .filter(each -> each.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE))
            .map(each -> Wanted.of(String.valueOf(each.getDirectives().get(FILTER))))
            .toList();
    List<String> causes = new ArrayList<>();
    packages.stream()
        .filter(this::isOtherRelease)
        .findFirst()
        .map(this::release)
        .ifPresent(causes::add);
    packages.stream()
        .filter(each -> !isOtherRelease(each) && !offers(each.name).isEmpty())
        .map(
            each ->
                "imports " + each + ", but here is only " + String.join(", ", offers(each.name)))
        .map(text -> text + ": deploy a bundle that exports it, or build against that version")
        .forEach(causes::add);
    nowhere(packages).ifPresent(causes::add);
    unmet.stream().filter(each -> !isPackage(each)).map(Imports::other).forEach(causes::add);
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of(bundle.getSymbolicName() + " " + String.join("; it ", causes));
  }

  private List<BundleRequirement> unmet(Bundle bundle) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    Stream<BundleRequirement> declared =
        revision == null ? Stream.of() : revision.getDeclaredRequirements(null).stream();
    return declared
        .filter(each -> isMandatory(each))
        .filter(each -> wiring.findProviders(each).isEmpty())
        .toList();
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
        && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
        && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
  }

  private static boolean isPackage(BundleRequirement requirement) {
    return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
  }

  private boolean isOtherRelease(Wanted wanted) {
    return wanted.name.startsWith(OURS) && !versions(wanted.name).isEmpty();
  }

  private String release(Wanted wanted) {
    return "is built against "
        + wanted
        + ", this server offers "
        + versions(wanted.name).stream().map(Object::toString).collect(Collectors.joining(", "))
        + ": use a bundle for this release";
  }

  private Optional<String> nowhere(List<Wanted> packages) {
    String missing =
        packages.stream()
            .filter(each -> offers(each.name).isEmpty())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "imports what nobody exports here: "
                + missing
                + ". Put the bundle that exports it into deploy/, or build against this server's"
                + " API");
  }

  private static String other(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(FILTER);
    String asked = filter == null ? String.valueOf(requirement.getAttributes()) : filter;
    return requirement
            .getNamespace()
            .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)
        ? "needs another Java than "
            + Runtime.version().feature()
            + " ("
            + asked
            + "): start the"
            + " server with that one"
        : "requires "
            + requirement.getNamespace()
            + " "
            + asked
            + ", which nobody provides here: deploy the bundle that does";
  }

  private List<Version> versions(String name) {
    return exports(name)
        .map(each -> each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
        .filter(Version.class::isInstance)
        .map(Version.class::cast)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> offers(String name) {
    return exports(name)
        .map(
            each ->
                each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)
                    + " of "
                    + each.getRevision().getSymbolicName())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<BundleCapability> exports(String name) {
    return Arrays.stream(context.getBundles())
        .map(bundle -> bundle.adapt(BundleRevision.class))
        .filter(revision -> revision != null)
        .flatMap(
            revision ->
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
        .filter(each -> name.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
  }
}
