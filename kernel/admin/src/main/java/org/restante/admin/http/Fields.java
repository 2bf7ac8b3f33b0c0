package org.restante.admin.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a JSON object; each is what it should be, or the request is refused.
 *
 * @param values the object
 */
public record Fields(Map<String, Object> values) {

  /** Whether there is such a field. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** Whether there is such a field, even if it is null. */
  public boolean mentions(String name) {
    return values.containsKey(name);
  }

  /** A text of at least one character. */
  public String text(String name) {
    if (values.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new Refusal(400, "the field " + name + " is missing or no text");
  }

  /** A list of at least one text. */
  public List<String> texts(String name) {
    if (values.get(name) instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new Refusal(400, "the field " + name + " is missing or no list");
  }

  /** A list of at least one number. */
  public List<Long> numbers(String name) {
    if (values.get(name) instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().map(number -> ((Number) number).longValue()).toList();
    }
    throw new Refusal(400, "the field " + name + " is missing or no list of numbers");
  }

  /** True or false. */
  public boolean flag(String name) {
    if (values.get(name) instanceof Boolean flag) {
      return flag;
    }
    throw new Refusal(400, "the field " + name + " is missing or neither true nor false");
  }

  /** A number of 0 or more; null where it is null or missing. */
  public @Nullable Long number(String name) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw new Refusal(400, "the field " + name + " is a number of 0 or more, or null");
  }
}
