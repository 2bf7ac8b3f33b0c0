package org.restante.smtp.delivery;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.restante.account.AccountId;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;
import org.restante.refusal.NoSuchAccount;
import org.restante.smtp.letter.IncomingLetter;
import org.restante.smtp.path.Path;
import org.restante.smtp.reply.Refusals;
import org.restante.smtp.reply.Reply;

/** Puts letters into INBOXes. Thread-safe; calls block until the commit is durable. */
public final class LocalDelivery {

  private final MailStore store;
  private final DeliveryMeters meters;
  private final PartialDeliveries partial = new PartialDeliveries(10_000);

  /** Delivers into this store. */
  public LocalDelivery(MailStore store, DeliveryMeters meters) {
    this.store = store;
    this.meters = meters;
  }

  /**
   * Delivers a letter.
   *
   * @param id an id for this delivery, unless the letter was delivered in part before
   * @return a reply for each recipient, in their order
   */
  public List<Reply> deliver(
      IncomingLetter letter,
      String id,
      Path sender,
      OffsetDateTime received,
      List<AcceptedRecipient> recipients,
      DeliveryMeters.Protocol protocol) {
    long began = System.nanoTime();
    MessageDraft draft = letter.complete();
    String fingerprint = letter.fingerprint() + sender;
    String delivery = partial.take(fingerprint).orElse(id);
    Map<AccountId, Reply> replies;
    try {
      replies =
          replies(store.deliver(new Delivery(delivery, draft, received, accounts(recipients))), id);
    } catch (RuntimeException e) {
      // Who has it is not known.
      partial.remember(fingerprint, delivery);
      throw e;
    }
    if (mixed(replies) && protocol != DeliveryMeters.Protocol.LMTP) {
      partial.remember(fingerprint, delivery);
    }
    long nanos = System.nanoTime() - began;
    replies.values().forEach(reply -> meters.delivery(protocol, reply, nanos));
    return recipients.stream()
        .map(to -> replies.getOrDefault(to.account(), missing(to.account())))
        .toList();
  }

  private static boolean mixed(Map<AccountId, Reply> replies) {
    return replies.values().stream().map(Reply::positive).distinct().count() > 1;
  }

  private static List<Recipient> accounts(List<AcceptedRecipient> recipients) {
    Set<Recipient> each = new LinkedHashSet<>();
    recipients.forEach(recipient -> each.add(Recipient.inbox(recipient.account())));
    return List.copyOf(each);
  }

  private static Map<AccountId, Reply> replies(List<DeliveryOutcome> outcomes, String id) {
    Map<AccountId, Reply> replies = new HashMap<>();
    for (DeliveryOutcome outcome : outcomes) {
      replies.put(outcome.recipient().account(), reply(outcome, id));
    }
    return replies;
  }

  private static Reply reply(DeliveryOutcome outcome, String id) {
    return switch (outcome) {
      case DeliveryOutcome.Delivered delivered -> Reply.of(250, "2.0.0", "delivered as " + id);
      case DeliveryOutcome.Refused refused -> Refusals.reply(refused.reason());
    };
  }

  private static Reply missing(AccountId account) {
    return Refusals.reply(new NoSuchAccount(String.valueOf(account.value())));
  }
}
