package org.restante.pop3;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds a configuration against the keys there are: a misspelt one must not pass silently. */
final class ConfigurationKeys {

  /** Keys that the framework's services put into every configuration. */
  private static final Set<String> FRAMEWORK =
      Set.of("component.", "service.", "felix.", "objectClass", ".");

  private ConfigurationKeys() {}

  static void check(Class<?> definition, Map<String, ?> properties) {
    Set<String> known =
        Arrays.stream(definition.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String key : properties.keySet()) {
      if (!known.contains(key) && FRAMEWORK.stream().noneMatch(key::startsWith)) {
        throw new IllegalArgumentException("unknown key " + key + "; there are " + known);
      }
    }
  }
}
