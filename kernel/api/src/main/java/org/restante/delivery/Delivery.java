package org.restante.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import org.restante.message.MessageDraft;

/**
 * One content for many recipients.
 *
 * @param id names this delivery: a recipient who has it under the same id already does not get it
 *     again
 * @param content the octets, trace headers included; stays the caller's to close
 * @param received INTERNALDATE of the messages
 * @param recipients who gets it, each at most once
 */
public record Delivery(
    String id, MessageDraft content, OffsetDateTime received, List<Recipient> recipients) {

  /** Copies the list. */
  public Delivery {
    recipients = List.copyOf(recipients);
  }
}
