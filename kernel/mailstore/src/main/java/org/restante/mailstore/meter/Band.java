package org.restante.mailstore.meter;

import java.util.Locale;
import org.restante.account.QuotaLimits;

/** How full an account is, in percent. */
enum Band {
  LT50,
  FROM_50_80,
  FROM_80_95,
  FROM_95_100,
  OVER,
  UNLIMITED;

  static Band of(long used, long limit) {
    if (limit == QuotaLimits.UNLIMITED) {
      return UNLIMITED;
    }
    double filled = limit == 0 ? (used == 0 ? 0 : 2) : (double) used / limit;
    if (filled > 1) {
      return OVER;
    }
    if (filled >= 0.95) {
      return FROM_95_100;
    }
    if (filled >= 0.8) {
      return FROM_80_95;
    }
    return filled >= 0.5 ? FROM_50_80 : LT50;
  }

  String tag() {
    String text = name().toLowerCase(Locale.ROOT);
    return text.startsWith("from_") ? text.substring(5) : text;
  }
}
