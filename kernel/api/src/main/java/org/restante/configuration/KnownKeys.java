package org.restante.configuration;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses configurations with keys that nobody reads: a misspelt limit must not go unnoticed. */
public final class KnownKeys {

  /** What the services of the framework add to every configuration. */
  private static final List<String> OF_THE_FRAMEWORK =
      List.of("service.", "component.", "felix.", "osgi.", "objectClass", ".");

  private KnownKeys() {}

  /**
   * Checks the properties of a component. Keys are the names of the type's members.
   *
   * @throws UnusableConfiguration where a key is not a member of the type, or its value is no
   *     number, flag or constant where the member is one
   */
  public static void check(Map<String, ?> properties, Class<? extends Annotation> type) {
    Set<String> known =
        Arrays.stream(type.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>();
    for (String key : properties.keySet()) {
      if (!known.contains(key) && !isOfTheFramework(key)) {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      throw refused(properties, "unknown keys " + unknown + "; there are " + known);
    }
    for (Method key : type.getDeclaredMethods()) {
      checkValue(properties, key);
    }
  }

  private static void checkValue(Map<String, ?> properties, Method key) {
    Object value = properties.get(key.getName());
    if (value instanceof String text && !Values.fits(key.getReturnType(), text.strip())) {
      throw refused(
          properties,
          "«%s» is no value of %s, which is %s"
              .formatted(text, key.getName(), Values.describe(key.getReturnType())));
    }
  }

  /** The exception for a configuration that can't be used; admin makes it one line of the log. */
  public static UnusableConfiguration refused(Map<String, ?> properties, String problem) {
    String line = source(properties) + " is not used: " + problem;
    return new UnusableConfiguration(line);
  }

  /** The file where it came from one, its name else. */
  private static String source(Map<String, ?> properties) {
    if (properties.get("felix.fileinstall.filename") instanceof String file) {
      return "etc/" + file.substring(file.lastIndexOf('/') + 1);
    }
    return "the configuration of " + properties.get("service.pid");
  }

  private static boolean isOfTheFramework(String key) {
    // a reference's filter is a property of its component too
    return key.endsWith(".target") || OF_THE_FRAMEWORK.stream().anyMatch(key::startsWith);
  }
}
