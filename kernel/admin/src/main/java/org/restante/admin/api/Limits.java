package org.restante.admin.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.Fields;

/** Limits of a quota as JSON: null is no limit. */
final class Limits {

  private Limits() {}

  /** The limits in two fields; one that is missing is no limit. */
  static QuotaLimits read(Fields body, String octets, String messages) {
    Long mostOctets = body.number(octets);
    Long mostMessages = body.number(messages);
    return new QuotaLimits(
        mostOctets == null ? QuotaLimits.UNLIMITED : mostOctets,
        mostMessages == null ? QuotaLimits.UNLIMITED : mostMessages);
  }

  static Map<String, @Nullable Object> show(QuotaLimits limits) {
    Map<String, @Nullable Object> quota = new HashMap<>();
    quota.put("octets", orNull(limits.octets()));
    quota.put("messages", orNull(limits.messages()));
    return quota;
  }

  private static @Nullable Long orNull(long limit) {
    return limit == QuotaLimits.UNLIMITED ? null : limit;
  }
}
