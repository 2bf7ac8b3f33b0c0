package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import org.junit.jupiter.api.Test;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxChanges.Known;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** What happened above a MODSEQ. */
interface ChangesContract extends StoreUnderTest {

  private MailboxChanges changes(MailboxRef mailbox, long modSeq) {
    try (MailboxSnapshot snapshot = store().snapshot(mailbox)) {
      return snapshot.changesSince(modSeq);
    }
  }

  @Test
  default void allThatHappenedAboveAModSeqIsKnown() {
    append(inbox(), "one", "two", "three", "four");
    long since = mailbox("INBOX").highestModSeq();
    assertThat(changes(inbox(), since)).isEqualTo(new Known(UidSet.EMPTY, UidSet.EMPTY));
    flag(inbox(), uids(1), SystemFlag.SEEN);
    expunge(inbox(), uids(2));
    append(inbox(), "five", "six");
    expunge(inbox(), uids(3, 5));
    assertThat(changes(inbox(), since)).isEqualTo(new Known(uids(1, 6), uids(2, 3, 5)));
    long later = mailbox("INBOX").highestModSeq();
    flag(inbox(), uids(4), SystemFlag.FLAGGED);
    assertThat(changes(inbox(), later)).isEqualTo(new Known(uids(4), UidSet.EMPTY));
  }

  @Test
  default void whatHappenedManyCommitsAgoIsKnownToo() {
    append(inbox(), "one", "two", "three");
    long since = mailbox("INBOX").highestModSeq();
    expunge(inbox(), uids(1));
    for (int i = 0; i < 1_001; i++) {
      FlagUpdate.Mode mode = i % 2 == 0 ? FlagUpdate.Mode.ADD : FlagUpdate.Mode.REMOVE;
      store().updateFlags(inbox(), uids(2), new FlagUpdate(mode, Flags.of(SystemFlag.SEEN)));
    }
    assertThat(changes(inbox(), since)).isEqualTo(new Known(uids(2), uids(1)));
    long later = mailbox("INBOX").highestModSeq();
    MailboxRef box = create("box");
    for (int i = 0; i < 1_001; i++) {
      append(box, "other");
    }
    flag(inbox(), uids(3), SystemFlag.SEEN);
    assertThat(changes(inbox(), later)).isEqualTo(new Known(uids(3), UidSet.EMPTY));
  }

  @Test
  default void fromTheBeginningEverythingIsKnown() {
    MailboxRef box = create("box");
    append(box, "one", "two");
    expunge(box, uids(1));
    assertThat(changes(box, 0)).isEqualTo(new Known(uids(2), uids(1)));
  }

  @Test
  default void movedMessagesHaveLeftAndArrived() {
    MailboxRef box = create("box");
    append(inbox(), "one", "two");
    long since = mailbox("INBOX").highestModSeq();
    store().move(inbox(), uids(1), box);
    assertThat(changes(inbox(), since)).isEqualTo(new Known(UidSet.EMPTY, uids(1)));
    assertThat(changes(box, since)).isEqualTo(new Known(uids(1), UidSet.EMPTY));
  }

  @Test
  default void othersMailboxesAreNotMixedIn() {
    MailboxRef box = create("box");
    append(inbox(), "one");
    long since = mailbox("INBOX").highestModSeq();
    append(box, "two", "three");
    expunge(box, uids(1));
    assertThat(changes(inbox(), since)).isEqualTo(new Known(UidSet.EMPTY, UidSet.EMPTY));
  }

  @Test
  default void aModSeqOfTheFutureHasNothingAbove() {
    append(inbox(), "one");
    assertThat(changes(inbox(), Long.MAX_VALUE - 1))
        .isEqualTo(new Known(UidSet.EMPTY, UidSet.EMPTY));
  }

  @Test
  default void aSnapshotKnowsChangesUpToItsInstant() {
    append(inbox(), "one", "two");
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      expunge(inbox(), uids(1));
      append(inbox(), "three");
      assertThat(snapshot.changesSince(0)).isEqualTo(new Known(uids(1, 2), UidSet.EMPTY));
    }
  }
}
