package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.DeliveryOutcome.Delivered;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.refusal.MailRefusal;
import org.restante.testkit.mail.MailWorld;

/** Delivery to several accounts, once and again. */
final class DeliverySteps extends Steps {
  private final MessageSteps messages;
  private final String prefix;
  private int deliveries;

  DeliverySteps(Dice dice, MailWorld world, MessageSteps messages, String prefix) {
    super(dice, world);
    this.messages = messages;
    this.prefix = prefix;
  }

  void deliver(List<Mail> all) {
    Letter letter = messages.letter(Flags.NONE);
    List<Recipient> recipients = new ArrayList<>();
    for (Mail mail : all) {
      if (recipients.isEmpty() || dice.oneIn(2)) {
        recipients.add(new Recipient(mail.account, dice.name()));
      }
    }
    try (MessageDraft draft = messages.draft(letter)) {
      String id = prefix + ++deliveries;
      Delivery delivery = new Delivery(id, draft, MessageSteps.DATE, recipients);
      List<DeliveryOutcome> told = store().deliver(delivery);
      List<@Nullable Delivered> known = new ArrayList<>();
      for (int i = 0; i < recipients.size(); i++) {
        known.add(arrived(of(all, recipients.get(i)), recipients.get(i), letter, told.get(i)));
      }
      again(delivery, known);
    }
  }

  /** The same delivery once more does nothing to those who have it. */
  private void again(Delivery delivery, List<@Nullable Delivered> known) {
    if (!dice.oneIn(4) || known.contains(null)) {
      return;
    }
    Different.unlessSame("a delivery that is repeated", known, store().deliver(delivery));
  }

  private @Nullable Delivered arrived(
      Mail mail, Recipient recipient, Letter letter, DeliveryOutcome outcome) {
    Class<? extends MailRefusal> refusal = MessageSteps.over(mail, List.of(letter));
    return switch (outcome) {
      case Refused refused -> {
        Different.unless(
            refusal != null && refusal.isInstance(refused.reason()),
            "a delivery is refused: " + refused.reason() + "; the model expects " + refusal);
        yield null;
      }
      case Delivered delivered -> {
        Different.unless(refusal == null, "a delivery is taken that is over the quota");
        Box named = mail.boxes.get(recipient.mailbox());
        Box box = named != null ? named : Objects.requireNonNull(mail.boxes.get(MailboxName.INBOX));
        MailboxRef where = delivered.mailbox();
        Different.unlessSame("the mailbox of a delivery", box.ref, where);
        Different.unlessSame("the UID of a delivery", box.uidNext, delivered.uid());
        box.add(List.of(letter), risen(box));
        mail.use(letter.size(), 1);
        compare(mail, box);
        yield delivered;
      }
    };
  }

  private static Mail of(List<Mail> all, Recipient recipient) {
    return all.stream()
        .filter(mail -> mail.account.equals(recipient.account()))
        .findFirst()
        .orElseThrow();
  }
}
