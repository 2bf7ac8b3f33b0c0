package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.name;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.DeliveryOutcome.Delivered;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.mailbox.MailboxRef;
import org.restante.message.MessageDraft;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.OverQuota;

/** Delivery of one content to many. */
interface DeliveryContract extends StoreUnderTest {

  private List<DeliveryOutcome> deliver(String id, String text, List<Recipient> recipients) {
    try (MessageDraft draft = draft(letter(text))) {
      return store().deliver(new Delivery(id, draft, DATE, recipients));
    }
  }

  private MailboxRef inboxOf(AccountId account) {
    return store().mailboxes(account).getFirst().ref();
  }

  @Test
  default void eachRecipientGetsItAndOutcomesAreInTheirOrder() {
    List<Recipient> recipients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Account each = world().accounts().create("r" + i, "hash", QuotaLimits.NONE);
      recipients.add(Recipient.inbox(each.id()));
    }
    List<DeliveryOutcome> outcomes = deliver("d1", "hello", recipients);
    assertThat(outcomes).extracting(DeliveryOutcome::recipient).isEqualTo(recipients);
    for (Recipient recipient : recipients) {
      MailboxRef inbox = inboxOf(recipient.account());
      assertThat(text(inbox, 1)).contains("hello");
      assertThat(message(inbox, 1).internalDate()).isEqualTo(DATE);
      assertThat(store().view(inbox).flags(0).system()).isZero();
    }
  }

  @Test
  default void aMailboxThatIsMissingIsReplacedByInbox() {
    MailboxRef box = create("box");
    List<DeliveryOutcome> outcomes =
        deliver(
            "d1",
            "hello",
            List.of(new Recipient(account(), name("box")), new Recipient(account(), name("none"))));
    assertThat(outcomes)
        .containsExactly(
            new Delivered(new Recipient(account(), name("box")), box, 1),
            new Delivered(new Recipient(account(), name("none")), inbox(), 1));
  }

  @Test
  default void theSameDeliveryIsNotMadeTwice() {
    List<Recipient> recipients = List.of(Recipient.inbox(account()));
    List<DeliveryOutcome> first = deliver("d1", "hello", recipients);
    append(inbox(), "between");
    assertThat(deliver("d1", "hello", recipients)).isEqualTo(first);
    assertThat(mailbox("INBOX").exists()).isEqualTo(2);
    deliver("d2", "hello", recipients);
    assertThat(mailbox("INBOX").exists()).isEqualTo(3);
  }

  @Test
  default void aFullQuotaRefusesThatRecipientOnly() {
    Account full = world().accounts().create("full", "hash", new QuotaLimits(10, 10));
    List<Recipient> recipients = List.of(Recipient.inbox(full.id()), Recipient.inbox(account()));
    List<DeliveryOutcome> outcomes = deliver("d1", "hello", recipients);
    assertThat(((Refused) outcomes.get(0)).reason())
        .isInstanceOfSatisfying(
            OverQuota.class, no -> assertThat(no.resource()).isEqualTo(OverQuota.Resource.STORAGE));
    assertThat(outcomes.get(1)).isInstanceOf(Delivered.class);
    assertThat(store().usage(full.id()).messages()).isZero();
    assertThat(store().usage(full.id()).octets()).isZero();
  }

  @Test
  default void aRefusedRecipientGetsItWhenThereIsRoom() {
    Account full = world().accounts().create("full", "hash", new QuotaLimits(10, 10));
    List<Recipient> recipients = List.of(Recipient.inbox(full.id()));
    assertThat(deliver("d1", "hello", recipients).getFirst()).isInstanceOf(Refused.class);
    world().accounts().setQuota(full.id(), QuotaLimits.NONE);
    assertThat(deliver("d1", "hello", recipients).getFirst()).isInstanceOf(Delivered.class);
  }

  @Test
  default void anAccountThatIsNotThereIsARefusalOfThatRecipient() {
    List<DeliveryOutcome> outcomes =
        deliver(
            "d1",
            "hello",
            List.of(Recipient.inbox(new AccountId(777)), Recipient.inbox(account())));
    assertThat(((Refused) outcomes.get(0)).reason()).isInstanceOf(NoSuchAccount.class);
    assertThat(outcomes.get(1)).isEqualTo(new Delivered(Recipient.inbox(account()), inbox(), 1));
  }
}
