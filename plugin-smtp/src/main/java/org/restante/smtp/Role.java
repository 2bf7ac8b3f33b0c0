package org.restante.smtp;

import org.restante.protocol.Listener;
import org.restante.smtp.delivery.DeliveryMeters;

/**
 * What is done at a listener. Mail of anybody for the accounts of this server; nothing is relayed.
 */
enum Role {
  /** Mail of other servers. */
  MX(DeliveryMeters.Protocol.SMTP),
  /** Mail of our own users, who log in (RFC 6409). */
  SUBMISSION(DeliveryMeters.Protocol.SUBMISSION),
  /** Mail of an SMTP server in front of us, with a reply for each recipient (RFC 2033). */
  LMTP(DeliveryMeters.Protocol.LMTP);

  private final DeliveryMeters.Protocol meter;

  Role(DeliveryMeters.Protocol meter) {
    this.meter = meter;
  }

  /** The role of a listener; what is not named is a mail exchanger, which trusts nobody. */
  static Role of(Listener listener) {
    return switch (listener.role()) {
      case "submission" -> SUBMISSION;
      case "lmtp" -> LMTP;
      case "mx", "" -> MX;
      default -> throw new IllegalArgumentException("no SMTP role: " + listener.role());
    };
  }

  DeliveryMeters.Protocol meter() {
    return meter;
  }
}
