package org.restante.mailstore.meter;

import java.util.Locale;

/** Which call put messages into a mailbox. */
public enum Source {
  /** {@code MailStore.append}. */
  APPEND,
  /** {@code MailStore.copy}. */
  COPY,
  /** {@code MailStore.deliver}. */
  DELIVERY;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
