package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.CopyOutcome;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.NoSuchMailbox;

/** Copy and move. */
interface CopyContract extends StoreUnderTest {

  @Test
  default void copiesKeepContentFlagsAndDatesAndHaveIdsOfTheirOwn() {
    MailboxRef to = create("to");
    append(to, "already there");
    Flags flags = new Flags(SystemFlag.SEEN.bit(), List.of("$Label"));
    append(inbox(), flags, "one", "two", "three");
    expunge(inbox(), uids(2));
    CopyOutcome outcome = store().copy(inbox(), UidSet.ALL, to);
    assertThat(outcome)
        .isEqualTo(new CopyOutcome(mailbox("to").uidValidity(), uids(1, 3), uids(2, 3)));
    StoredMessage source = message(inbox(), 3);
    StoredMessage copy = message(to, 3);
    assertThat(text(to, 3)).contains("three");
    assertThat(flags(to, 3)).isEqualTo(flags);
    assertThat(copy.internalDate()).isEqualTo(DATE);
    assertThat(copy.blob()).isEqualTo(source.blob());
    assertThat(copy.size()).isEqualTo(source.size());
    assertThat(copy.messageId()).isNotEqualTo(source.messageId());
    assertThat(uidsOf(inbox())).isEqualTo(uids(1, 3));
    assertThat(mailbox("to").exists()).isEqualTo(3);
    assertThat(mailbox("to").unseen()).isEqualTo(1);
    assertThat(store().usage(account()).messages()).isEqualTo(5);
  }

  @Test
  default void aCopyOutlivesItsSource() {
    MailboxRef to = create("to");
    append(inbox(), "one");
    store().copy(inbox(), uids(1), to);
    expunge(inbox(), UidSet.ALL);
    assertThat(text(to, 1)).contains("one");
    try (MailboxSnapshot snapshot = store().snapshot(to)) {
      assertThat(snapshot.index(snapshot.message(1).orElseThrow()).envelope().subject())
          .isNotNull();
    }
  }

  @Test
  default void aMailboxCanBeCopiedIntoItself() {
    append(inbox(), "one", "two");
    CopyOutcome outcome = store().copy(inbox(), UidSet.ALL, inbox());
    assertThat(outcome.to()).isEqualTo(uids(3, 4));
    assertThat(uidsOf(inbox())).isEqualTo(UidSet.range(1, 4));
    assertThat(mailbox("INBOX").octets()).isEqualTo(store().usage(account()).octets());
  }

  @Test
  default void movedMessagesLeaveAndArriveInOneCommit() {
    MailboxRef to = create("to");
    append(inbox(), Flags.of(SystemFlag.FLAGGED), "one", "two", "three");
    long octets = store().usage(account()).octets();
    long modSeq = mailbox("INBOX").highestModSeq();
    CopyOutcome outcome = store().move(inbox(), uids(1, 3, 9), to);
    assertThat(outcome)
        .isEqualTo(new CopyOutcome(mailbox("to").uidValidity(), uids(1, 3), uids(1, 2)));
    assertThat(uidsOf(inbox())).isEqualTo(uids(2));
    assertThat(uidsOf(to)).isEqualTo(uids(1, 2));
    assertThat(text(to, 2)).contains("three");
    assertThat(flags(to, 2)).isEqualTo(Flags.of(SystemFlag.FLAGGED));
    assertThat(store().usage(account()).octets()).isEqualTo(octets);
    assertThat(store().usage(account()).messages()).isEqualTo(3);
    assertThat(mailbox("INBOX").highestModSeq())
        .isGreaterThan(modSeq)
        .isEqualTo(mailbox("to").highestModSeq());
    try (MailboxSnapshot snapshot = store().snapshot(to)) {
      assertThat(snapshot.index(snapshot.message(2).orElseThrow()).size())
          .isEqualTo(message(to, 2).size());
    }
  }

  @Test
  default void aMoveIntoTheSameMailboxGivesNewUids() {
    append(inbox(), "one", "two");
    CopyOutcome outcome = store().move(inbox(), uids(1), inbox());
    assertThat(outcome.from()).isEqualTo(uids(1));
    assertThat(outcome.to()).isEqualTo(uids(3));
    assertThat(uidsOf(inbox())).isEqualTo(uids(2, 3));
    assertThat(mailbox("INBOX").exists()).isEqualTo(2);
    assertThat(text(inbox(), 3)).contains("one");
  }

  @Test
  default void nothingToCopyOrMoveChangesNothing() {
    MailboxRef to = create("to");
    append(inbox(), "one");
    long modSeq = mailbox("INBOX").highestModSeq();
    CopyOutcome nothing = new CopyOutcome(mailbox("to").uidValidity(), UidSet.EMPTY, UidSet.EMPTY);
    assertThat(store().copy(inbox(), uids(7), to)).isEqualTo(nothing);
    assertThat(store().move(inbox(), uids(7), to)).isEqualTo(nothing);
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(modSeq);
    assertThat(mailbox("to").exists()).isZero();
  }

  @Test
  default void aMissingMailboxIsNamedAndNothingMoves() {
    append(inbox(), "one");
    MailboxRef none = new MailboxRef(account(), 99);
    assertThatThrownBy(() -> store().copy(inbox(), UidSet.ALL, none))
        .isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> store().move(inbox(), UidSet.ALL, none))
        .isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> store().copy(none, UidSet.ALL, inbox()))
        .isInstanceOf(NoSuchMailbox.class);
    assertThat(uidsOf(inbox())).isEqualTo(uids(1));
  }
}
