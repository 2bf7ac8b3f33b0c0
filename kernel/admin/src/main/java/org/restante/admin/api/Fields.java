package org.restante.admin.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.Refusal;

/** Fields of JSON objects. */
final class Fields {

  private Fields() {}

  static String text(Map<String, Object> body, String name) {
    if (body.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new Refusal(400, "the field " + name + " is missing or no text");
  }

  static List<String> texts(Map<String, Object> body, String name) {
    if (body.get(name) instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new Refusal(400, "the field " + name + " is missing or no list");
  }

  /** A limit; a missing or null one is none. */
  static long limit(Map<String, Object> body, String name) {
    Object value = body.get(name);
    if (value == null) {
      return QuotaLimits.UNLIMITED;
    }
    if (value instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw new Refusal(400, "the field " + name + " is a number of 0 or more, or null");
  }

  static @Nullable Long orNull(long limit) {
    return limit == QuotaLimits.UNLIMITED ? null : limit;
  }
}
