package org.restante.delivery;

import org.restante.mailbox.MailboxRef;
import org.restante.refusal.MailRefusal;

/** How a delivery ended for one recipient. */
public sealed interface DeliveryOutcome {

  /** The recipient. */
  Recipient recipient();

  /** It is in the mailbox, durably: now, or by an earlier delivery of the same id. */
  record Delivered(Recipient recipient, MailboxRef mailbox, long uid) implements DeliveryOutcome {}

  /** This recipient did not get it; nothing of it is there. */
  record Refused(Recipient recipient, MailRefusal reason) implements DeliveryOutcome {}
}
