package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.OverQuota;
import org.restante.retention.RetainedAccount;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.RetainedMessage;
import org.restante.retention.Retention;

/** What is removed is kept for a time, and comes back as it was. */
interface RetentionContract extends StoreUnderTest {

  private Retention retention() {
    return world().retention();
  }

  private List<RetainedMessage> retained() {
    List<RetainedMessage> found = new ArrayList<>();
    retention().messages(account(), found::add);
    return found;
  }

  private Set<Long> ids() {
    return retained().stream().map(RetainedMessage::messageId).collect(Collectors.toSet());
  }

  @Test
  default void expungedMessagesAreListedWithAllThatTheyHad() {
    Flags flags = new Flags(SystemFlag.SEEN.bit() | SystemFlag.DELETED.bit(), List.of("$Work"));
    append(inbox(), flags, "one");
    StoredMessage was = message(inbox(), 1);
    expunge(inbox(), UidSet.ALL);
    assertThat(store().usage(account()).octets()).isZero();
    assertThat(store().usage(account()).messages()).isZero();
    assertThat(retained()).hasSize(1);
    RetainedMessage kept = retained().getFirst();
    assertThat(kept.messageId()).isEqualTo(was.messageId());
    assertThat(kept.mailbox()).isEqualTo(inbox().mailbox());
    assertThat(kept.uid()).isEqualTo(1);
    assertThat(kept.flags()).isEqualTo(new Flags(SystemFlag.SEEN.bit(), List.of("$Work")));
    assertThat(kept.size()).isEqualTo(was.size());
    assertThat(kept.internalDate()).isEqualTo(DATE);
  }

  @Test
  default void expungedMessagesComeBackUnderNewUids() {
    append(inbox(), Flags.of(SystemFlag.FLAGGED), "one", "two", "three");
    expunge(inbox(), uids(1, 2));
    assertThat(retention().restore(account(), ids())).hasSize(2);
    assertThat(uidsOf(inbox())).isEqualTo(uids(3, 4, 5));
    assertThat(text(inbox(), 4)).contains("one");
    assertThat(text(inbox(), 5)).contains("two");
    assertThat(flags(inbox(), 4)).isEqualTo(Flags.of(SystemFlag.FLAGGED));
    assertThat(message(inbox(), 4).internalDate()).isEqualTo(DATE);
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      assertThat(snapshot.index(snapshot.message(4).orElseThrow()).size())
          .isEqualTo(message(inbox(), 4).size());
    }
    assertThat(retained()).isEmpty();
    assertThat(store().usage(account()).octets()).isEqualTo(mailbox("INBOX").octets());
    assertThat(retention().restore(account(), Set.of(1L, 99L))).isEmpty();
  }

  @Test
  default void theLatestIsSeenFirstAndTheVisitorEndsIt() {
    append(inbox(), "one", "two", "three");
    expunge(inbox(), uids(1));
    expunge(inbox(), uids(2, 3));
    List<Instant> times = retained().stream().map(RetainedMessage::removed).toList();
    assertThat(times).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
    List<RetainedMessage> first = new ArrayList<>();
    retention().messages(account(), message -> first.add(message) && first.size() < 2);
    assertThat(first).hasSize(2);
  }

  @Test
  default void theirMailboxIsFoundByItsIdOrMadeAgain() {
    MailboxRef renamed = create("renamed");
    MailboxRef gone = create("gone");
    append(renamed, "one");
    append(gone, "two");
    expunge(renamed, UidSet.ALL);
    expunge(gone, UidSet.ALL);
    store().rename(account(), name("renamed"), name("other"));
    store().delete(account(), name("gone"));
    retention().restore(account(), ids());
    assertThat(text(renamed, 2)).contains("one");
    Mailbox again = mailbox("gone");
    assertThat(again.ref()).isNotEqualTo(gone);
    assertThat(text(again.ref(), 1)).contains("two");
  }

  @Test
  default void whatDoesNotFitStaysRetained() {
    append(inbox(), "one", "two");
    expunge(inbox(), UidSet.ALL);
    world().accounts().setQuota(account(), new QuotaLimits(QuotaLimits.UNLIMITED, 1));
    assertThatThrownBy(() -> retention().restore(account(), ids())).isInstanceOf(OverQuota.class);
    assertThat(retained()).hasSize(2);
    assertThat(mailbox("INBOX").exists()).isZero();
  }

  @Test
  default void aDeletedMailboxComesBackWithItsNumbers() {
    MailboxRef box = create("box");
    append(box, Flags.of(SystemFlag.SEEN), "one", "two", "three");
    expunge(box, uids(2));
    Mailbox before = mailbox("box");
    store().delete(account(), name("box"));
    assertThat(store().usage(account()).messages()).isZero();
    assertThatThrownBy(() -> store().view(box)).isInstanceOf(NoSuchMailbox.class);
    assertThat(create("box")).isNotEqualTo(box);
    assertThat(mailbox("box").uidValidity()).isNotEqualTo(before.uidValidity());
    RetainedMailbox kept = retention().mailboxes(account()).getFirst();
    assertThat(kept.id()).isEqualTo(box.mailbox());
    assertThat(kept.name()).isEqualTo(name("box"));
    assertThat(kept.uidValidity()).isEqualTo(before.uidValidity());
    assertThat(kept.messages()).isEqualTo(2);
    assertThat(kept.octets()).isEqualTo(before.octets());
    assertThatThrownBy(() -> retention().restoreMailbox(account(), kept.id(), name("box")))
        .isInstanceOf(MailboxExists.class);
    Mailbox back = retention().restoreMailbox(account(), kept.id(), name("back"));
    assertThat(back.ref()).isEqualTo(box);
    assertThat(back.uidValidity()).isEqualTo(before.uidValidity());
    assertThat(back.uidNext()).isEqualTo(4);
    assertThat(back.highestModSeq()).isGreaterThan(before.highestModSeq());
    assertThat(uidsOf(box)).isEqualTo(uids(1, 3));
    assertThat(text(box, 3)).contains("three");
    assertThat(flags(box, 3)).isEqualTo(Flags.of(SystemFlag.SEEN));
    assertThat(store().usage(account()).messages()).isEqualTo(2);
    assertThat(retention().mailboxes(account())).isEmpty();
    assertThatThrownBy(() -> retention().restoreMailbox(account(), kept.id(), name("more")))
        .isInstanceOf(NoSuchMailbox.class);
  }

  @Test
  default void aDeletedAccountComesBackWithAllItsMail() {
    append(inbox(), "one", "two");
    expunge(inbox(), uids(1));
    world().accounts().setCredential(account(), "another");
    world().accounts().delete(account());
    assertThat(world().accounts().find(account())).isEmpty();
    assertThatThrownBy(() -> store().mailboxes(account())).isInstanceOf(NoSuchAccount.class);
    RetainedAccount kept = retention().accounts().getFirst();
    assertThat(kept.id()).isEqualTo(account());
    assertThat(kept.address()).isEqualTo("user@localhost");
    Account heir = world().accounts().create("user", "heir", QuotaLimits.NONE);
    assertThat(heir.id()).isNotEqualTo(account());
    assertThat(store().mailboxes(heir.id()).getFirst().exists()).isZero();
    assertThatThrownBy(() -> retention().restoreAccount(account()))
        .isInstanceOf(IllegalArgumentException.class);
    world().accounts().delete(heir.id());
    retention().purgeAccount(heir.id());
    assertThat(retention().restoreAccount(account()).address()).isEqualTo("user@localhost");
    assertThat(world().accounts().credential(account())).contains("another");
    assertThat(world().accounts().findByLogin("user")).isPresent();
    assertThat(text(inbox(), 2)).contains("two");
    assertThat(retained()).hasSize(1);
    assertThat(retention().accounts()).isEmpty();
    assertThatThrownBy(() -> retention().restoreAccount(account()))
        .isInstanceOf(NoSuchAccount.class);
  }

  @Test
  default void whatIsPurgedIsGoneAndTheRestStays() {
    append(inbox(), "one", "two");
    MailboxRef box = create("box");
    append(box, "three");
    expunge(inbox(), uids(1));
    store().delete(account(), name("box"));
    retention().purge(account(), Instant.now().minusSeconds(3_600));
    assertThat(retained()).hasSize(1);
    assertThat(retention().mailboxes(account())).hasSize(1);
    retention().purge(account(), Instant.now().plusSeconds(3_600));
    assertThat(retained()).isEmpty();
    assertThat(retention().mailboxes(account())).isEmpty();
    assertThat(text(inbox(), 2)).contains("two");
  }

  @Test
  default void aReaderReadsOnWhereWhatItReadsIsPurged() {
    append(inbox(), "one");
    try (MailboxSnapshot snapshot = store().snapshot(inbox());
        MessageContent content = snapshot.content(snapshot.message(1).orElseThrow())) {
      expunge(inbox(), UidSet.ALL);
      retention().purge(account(), Instant.now().plusSeconds(3_600));
      assertThat(snapshot.message(1)).isPresent();
      assertThat(StoreUnderTest.read(content)).isNotEmpty();
    }
  }
}
