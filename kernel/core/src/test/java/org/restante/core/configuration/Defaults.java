package org.restante.core.configuration;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as Declarative Services makes them: defaults in code, and what a file says. */
public final class Defaults {

  private Defaults() {}

  /** The type's defaults with these values in their place. */
  public static <T extends Annotation> T of(Class<T> type, Map<String, ?> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object value = values.get(method.getName());
              return value != null ? value : method.getDefaultValue();
            }));
  }
}
