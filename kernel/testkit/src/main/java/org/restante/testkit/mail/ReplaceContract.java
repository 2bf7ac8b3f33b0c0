package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.MailboxRef;
import org.restante.message.AppendOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.OverQuota;

/**
 * One message in the place of another.
 *
 * @rfc 8508 3.4
 */
interface ReplaceContract extends StoreUnderTest {

  private Optional<AppendOutcome> replace(MailboxRef from, long uid, MailboxRef to, String text) {
    try (MessageDraft draft = draft(letter(text))) {
      Flags flags = Flags.of(SystemFlag.DRAFT);
      return store().replace(from, uid, to, new NewMessage(draft, flags, DATE));
    }
  }

  @Test
  default void theNewMessageComesAndTheOldOneGoesInOneCommit() {
    append(inbox(), "one", "two");
    long before = mailbox("INBOX").highestModSeq();
    AppendOutcome outcome = replace(inbox(), 1, inbox(), "three").orElseThrow();
    assertThat(outcome).isEqualTo(new AppendOutcome(mailbox("INBOX").uidValidity(), uids(3)));
    assertThat(uidsOf(inbox())).isEqualTo(uids(2, 3));
    assertThat(text(inbox(), 3)).contains("three");
    assertThat(flags(inbox(), 3)).isEqualTo(Flags.of(SystemFlag.DRAFT));
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(before + 1);
    assertThat(mailbox("INBOX").exists()).isEqualTo(2);
    long octets = (long) letter("two").length + letter("three").length;
    assertThat(mailbox("INBOX").octets()).isEqualTo(octets);
    assertThat(store().usage(account()).octets()).isEqualTo(octets);
    assertThat(store().usage(account()).messages()).isEqualTo(2);
  }

  @Test
  default void theNewMessageMayGoElsewhere() {
    MailboxRef sent = create("sent");
    append(inbox(), "one");
    assertThat(replace(inbox(), 1, sent, "two").orElseThrow().uids()).isEqualTo(uids(1));
    assertThat(mailbox("INBOX").exists()).isZero();
    assertThat(text(sent, 1)).contains("two");
    assertThat(modSeq(sent, 1)).isEqualTo(mailbox("INBOX").highestModSeq());
  }

  @Test
  default void onlyTheDifferenceNeedsRoom() {
    append(inbox(), "first", "second");
    long octets = mailbox("INBOX").octets();
    world().accounts().setQuota(account(), new QuotaLimits(octets, 2));
    assertThat(replace(inbox(), 1, inbox(), "FIRST")).isPresent();
    assertThatThrownBy(() -> replace(inbox(), 3, inbox(), "longer than the first"))
        .isInstanceOf(OverQuota.class);
    assertThat(uidsOf(inbox())).isEqualTo(uids(2, 3));
    world().accounts().setQuota(account(), new QuotaLimits(1, 1));
    assertThat(replace(inbox(), 3, inbox(), "1st")).isPresent();
  }

  @Test
  default void whatIsNotThereIsNotReplacedAndNothingComes() {
    append(inbox(), "one");
    assertThat(replace(inbox(), 7, inbox(), "two")).isEmpty();
    assertThatThrownBy(() -> replace(inbox(), 1, new MailboxRef(account(), 99), "two"))
        .isInstanceOf(NoSuchMailbox.class);
    assertThat(uidsOf(inbox())).isEqualTo(uids(1));
    assertThat(mailbox("INBOX").uidNext()).isEqualTo(2);
  }
}
