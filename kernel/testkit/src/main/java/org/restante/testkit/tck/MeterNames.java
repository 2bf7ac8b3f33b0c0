package org.restante.testkit.tck;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What meters may be called, and which of them are a bundle's. */
final class MeterNames {
  private static final String OURS = "restante.";
  private static final Pattern FORM = Pattern.compile("restante(\\.[a-z][a-z0-9]*)+");
  private static final Pattern LAST = Pattern.compile(".*\\.(total|seconds|count|bytes)");

  /** Of the runtime and its libraries: they come when they have something to say. */
  private static final Pattern FOREIGN =
      Pattern.compile("(jvm|process|system|disk|netty|logback|executor)\\..*");

  /** Of the kernel, which are there with the listener or with any bundle. */
  private static final Set<String> KERNEL =
      Set.of(OURS + "sessions.active", OURS + "bundle.info", OURS + "bundle.state");

  private MeterNames() {}

  static Set<Meter.Id> all(MeterRegistry registry) {
    return registry.getMeters().stream()
        .map(Meter::getId)
        .filter(id -> !FOREIGN.matcher(id.getName()).matches())
        .collect(Collectors.toSet());
  }

  /** Meters that are not as the contract with dashboards says. */
  static List<String> breaches(MeterRegistry registry) {
    List<String> breaches = new ArrayList<>();
    Map<String, Set<String>> keys = new HashMap<>();
    for (Meter.Id id : all(registry)) {
      String name = id.getName();
      if (!FORM.matcher(name).matches()) {
        breaches.add(name + ": a name is restante.word.word, lower case");
      } else if (LAST.matcher(name).matches()) {
        breaches.add(name + ": the unit and the kind are no part of a name");
      }
      Set<String> own =
          id.getTags().stream()
              .map(tag -> tag.getKey())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> known = keys.putIfAbsent(name, own);
      if (known != null && !known.equals(own)) {
        breaches.add(name + ": tags " + known + " and " + own);
      }
    }
    return breaches;
  }

  /** Meters that came since and go with a bundle, or are none of the server's. */
  static List<String> strays(MeterRegistry registry, Set<Meter.Id> before) {
    return registry.getMeters().stream()
        .filter(meter -> !before.contains(meter.getId()))
        .filter(meter -> all(registry).contains(meter.getId()))
        .filter(meter -> !KERNEL.contains(meter.getId().getName()))
        .filter(meter -> !outlives(meter))
        .map(meter -> meter.getId().toString())
        .toList();
  }

  /** Counters are the kernel's, under its name. */
  private static boolean outlives(Meter meter) {
    boolean counts =
        meter instanceof Counter || meter instanceof Timer || meter instanceof DistributionSummary;
    return counts && meter.getId().getName().startsWith(OURS);
  }
}
