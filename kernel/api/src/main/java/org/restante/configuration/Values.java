package org.restante.configuration;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What texts are values of the simple types that configurations have. */
final class Values {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Set<String> FLAGS = Set.of("true", "false");

  private Values() {}

  static boolean fits(Class<?> type, String text) {
    if (type == int.class || type == long.class) {
      return NUMBER.matcher(text).matches();
    }
    if (type == double.class) {
      return DECIMAL.matcher(text).matches();
    }
    if (type == boolean.class) {
      return FLAGS.contains(text);
    }
    return !type.isEnum()
        || Arrays.stream(type.getEnumConstants()).anyMatch(value -> value.toString().equals(text));
  }

  static String describe(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    return type == boolean.class ? "true or false" : "a number";
  }
}
