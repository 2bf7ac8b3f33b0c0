package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NotPermitted;
import org.restante.refusal.OverQuota;

/** Import of mail with the numbers that it had elsewhere. */
interface ImportContract extends StoreUnderTest {

  private Mailbox imported(String name, long uidValidity, long uidNext) {
    return world()
        .imports()
        .mailbox(account(), name(name), Optional.of(SpecialUse.SENT), uidValidity, uidNext);
  }

  private void importAt(MailboxRef mailbox, Flags flags, long... uids) {
    List<NewMessage> messages = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    for (long uid : uids) {
      numbers.add(uid);
      messages.add(new NewMessage(draft(letter("letter " + uid)), flags, DATE));
    }
    try {
      world().imports().append(mailbox, numbers, messages);
    } finally {
      messages.forEach(message -> message.content().close());
    }
  }

  @Test
  default void aMailboxAndItsMessagesKeepTheirNumbers() {
    Mailbox sent = imported("sent", 77, 100);
    assertThat(sent.uidValidity()).isEqualTo(77);
    assertThat(sent.uidNext()).isEqualTo(100);
    assertThat(sent.specialUse()).contains(SpecialUse.SENT);
    importAt(sent.ref(), Flags.of(SystemFlag.SEEN), 100, 105, 4_000_000_000L);
    assertThat(uidsOf(sent.ref())).isEqualTo(uids(100, 105, 4_000_000_000L));
    assertThat(text(sent.ref(), 105)).contains("letter 105");
    assertThat(message(sent.ref(), 105).internalDate()).isEqualTo(DATE);
    Mailbox after = mailbox("sent");
    assertThat(after.uidNext()).isEqualTo(4_000_000_001L);
    assertThat(after.unseen()).isZero();
    assertThat(store().usage(account()).octets()).isEqualTo(after.octets()).isPositive();
    assertThat(append(sent.ref(), "next")).isEqualTo(uids(4_000_000_001L));
  }

  @Test
  default void saveDatesAreKeptAndUidNextIsRaisedAtTheEnd() {
    MailboxRef sent = imported("sent", 77, 1).ref();
    Instant saved = Instant.parse("2001-02-03T04:05:06Z");
    try (MessageDraft draft = draft(letter("old"))) {
      NewMessage old = new NewMessage(draft, Flags.NONE, DATE);
      world().imports().append(sent, List.of(5L), List.of(saved), List.of(old));
    }
    assertThat(message(sent, 5).saveDate()).isEqualTo(saved);
    world().imports().raiseUidNext(sent, 9);
    world().imports().raiseUidNext(sent, 7);
    assertThat(mailbox("sent").uidNext()).isEqualTo(9);
    long raised = mailbox("sent").highestModSeq();
    assertThat(append(sent, "next")).isEqualTo(uids(9));
    assertThat(mailbox("sent").highestModSeq()).isGreaterThan(raised);
  }

  @Test
  default void aMailboxThatNeverHadAMessageBecomesWhatIsSaid() {
    assertThat(imported("INBOX", 5, 9).ref()).isEqualTo(inbox());
    assertThat(mailbox("INBOX").uidValidity()).isEqualTo(5);
    assertThat(mailbox("INBOX").uidNext()).isEqualTo(9);
    assertThat(store().view(inbox()).mailbox().uidValidity()).isEqualTo(5);
  }

  @Test
  default void aMailboxThatHadMessagesIsLeftAsItIs() {
    append(inbox(), "one");
    expunge(inbox(), UidSet.ALL);
    Mailbox before = mailbox("INBOX");
    assertThatThrownBy(() -> imported("INBOX", 5, 9)).isInstanceOf(MailboxExists.class);
    assertThat(mailbox("INBOX")).isEqualTo(before);
  }

  @Test
  default void noUidIsUsedTwice() {
    Mailbox sent = imported("sent", 77, 100);
    assertThatThrownBy(() -> importAt(sent.ref(), Flags.NONE, 99, 100))
        .isInstanceOf(NotPermitted.class);
    importAt(sent.ref(), Flags.NONE, 100);
    expunge(sent.ref(), UidSet.ALL);
    assertThatThrownBy(() -> importAt(sent.ref(), Flags.NONE, 100))
        .isInstanceOf(NotPermitted.class);
    assertThat(mailbox("sent").exists()).isZero();
  }

  @Test
  default void numbersThatCanNotBeAreRefused() {
    assertThatThrownBy(() -> imported("x", 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> imported("x", 1L << 32, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> imported("x", 1, 0)).isInstanceOf(IllegalArgumentException.class);
    MailboxRef box = imported("x", 0xffff_ffffL, 1).ref();
    assertThatThrownBy(() -> importAt(box, Flags.NONE, 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world().imports().append(box, List.of(1L), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store().create(account(), name("y"), Optional.empty()).uidValidity())
        .isBetween(1L, 0xffff_fffeL);
  }

  @Test
  default void allOrNoneAndInsideTheQuota() {
    Mailbox sent = imported("sent", 77, 1);
    world().accounts().setQuota(account(), new QuotaLimits(QuotaLimits.UNLIMITED, 2));
    assertThatThrownBy(() -> importAt(sent.ref(), Flags.NONE, 1, 2, 3))
        .isInstanceOf(OverQuota.class);
    assertThat(mailbox("sent").exists()).isZero();
    importAt(sent.ref(), Flags.NONE, 2, 3);
    assertThat(mailbox("sent").exists()).isEqualTo(2);
  }

  @Test
  default void anImportedNameThatIsUsedAgainHasAnotherUidValidity() {
    long future = 4_000_000_000L;
    imported("x", future, 1);
    store().delete(account(), name("x"));
    MailboxName again = name("x");
    assertThat(store().create(account(), again, Optional.empty()).uidValidity())
        .isGreaterThan(future);
  }
}
