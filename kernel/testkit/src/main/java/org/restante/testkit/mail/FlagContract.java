package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.MailboxRef;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.FlagUpdate.Mode;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.LimitReached;

/** Changes of flags. */
interface FlagContract extends StoreUnderTest {

  private FlagOutcome update(UidSet uids, Mode mode, Flags flags) {
    return store().updateFlags(inbox(), uids, new FlagUpdate(mode, flags));
  }

  @Test
  default void flagsAreAddedRemovedAndReplaced() {
    append(inbox(), Flags.of(SystemFlag.SEEN), "one");
    update(uids(1), Mode.ADD, new Flags(SystemFlag.FLAGGED.bit(), List.of("$A")));
    assertThat(flags(inbox(), 1))
        .isEqualTo(
            new Flags(Flags.of(SystemFlag.SEEN, SystemFlag.FLAGGED).system(), List.of("$A")));
    update(uids(1), Mode.REMOVE, new Flags(SystemFlag.SEEN.bit(), List.of("$a", "$B")));
    assertThat(flags(inbox(), 1)).isEqualTo(Flags.of(SystemFlag.FLAGGED));
    update(uids(1), Mode.REPLACE, new Flags(0, List.of("$C")));
    assertThat(flags(inbox(), 1)).isEqualTo(new Flags(0, List.of("$C")));
  }

  @Test
  default void countersFollowTheFlags() {
    append(inbox(), "one", "two", "three");
    flag(inbox(), uids(1, 2), SystemFlag.SEEN);
    flag(inbox(), uids(2, 3), SystemFlag.DELETED);
    assertThat(mailbox("INBOX").unseen()).isEqualTo(1);
    assertThat(mailbox("INBOX").deleted()).isEqualTo(2);
    update(UidSet.ALL, Mode.REPLACE, Flags.NONE);
    assertThat(mailbox("INBOX").unseen()).isEqualTo(3);
    assertThat(mailbox("INBOX").deleted()).isZero();
  }

  @Test
  default void messagesThatAreNotThereAreLeftOutAndThoseThatHadTheFlagsKeepTheirModSeq() {
    append(inbox(), "one", "two", "three");
    flag(inbox(), uids(2), SystemFlag.SEEN);
    long modSeq = modSeq(inbox(), 2);
    FlagOutcome outcome = flag(inbox(), uids(2, 3, 77), SystemFlag.SEEN);
    assertThat(outcome.updated()).isEqualTo(uids(3));
    assertThat(outcome.conflicting()).isEqualTo(UidSet.EMPTY);
    assertThat(modSeq(inbox(), 2)).isEqualTo(modSeq);
    assertThat(modSeq(inbox(), 3)).isEqualTo(outcome.modSeq()).isGreaterThan(modSeq);
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(outcome.modSeq());
  }

  @Test
  default void keywordsThatDifferInCaseAreTheSameAndKeepTheFirstCase() {
    append(inbox(), new Flags(0, List.of("$Label")), "one");
    long before = mailbox("INBOX").highestModSeq();
    assertThat(update(uids(1), Mode.ADD, new Flags(0, List.of("$LABEL"))).updated().isEmpty())
        .isTrue();
    assertThat(update(uids(1), Mode.REPLACE, new Flags(0, List.of("$label"))).updated().isEmpty())
        .isTrue();
    assertThat(flags(inbox(), 1).keywords()).containsExactly("$Label");
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(before);
  }

  @Test
  default void aChangeThatChangesNothingGivesTheHighestModSeq() {
    append(inbox(), "one");
    long before = mailbox("INBOX").highestModSeq();
    FlagOutcome outcome = update(uids(1, 5), Mode.REMOVE, Flags.of(SystemFlag.SEEN));
    assertThat(outcome).isEqualTo(new FlagOutcome(UidSet.EMPTY, UidSet.EMPTY, before));
  }

  /** RFC 7162 §3.1.3: those that changed later are left alone, whatever they would become. */
  @Test
  default void messagesThatChangedAfterUnchangedSinceAreLeftAlone() {
    append(inbox(), "one", "two", "three");
    long since = mailbox("INBOX").highestModSeq();
    flag(inbox(), uids(2), SystemFlag.SEEN);
    FlagUpdate update = new FlagUpdate(Mode.ADD, Flags.of(SystemFlag.SEEN), OptionalLong.of(since));
    FlagOutcome outcome = store().updateFlags(inbox(), UidSet.ALL, update);
    assertThat(outcome.updated()).isEqualTo(uids(1, 3));
    assertThat(outcome.conflicting()).isEqualTo(uids(2));
    FlagUpdate never = new FlagUpdate(Mode.ADD, Flags.of(SystemFlag.DRAFT), OptionalLong.of(0));
    assertThat(store().updateFlags(inbox(), UidSet.ALL, never).conflicting())
        .isEqualTo(UidSet.range(1, 3));
  }

  @Test
  default void oneChangeOfManyMessagesHasOneModSeq() {
    for (int i = 0; i < 40; i++) {
      append(inbox(), "m" + i);
    }
    FlagOutcome outcome = flag(inbox(), UidSet.ALL, SystemFlag.SEEN);
    assertThat(outcome.updated().count()).isEqualTo(40);
    for (long uid = 1; uid <= 40; uid++) {
      assertThat(modSeq(inbox(), uid)).isEqualTo(outcome.modSeq());
    }
    assertThat(mailbox("INBOX").unseen()).isZero();
  }

  @Test
  default void manyKeywordsAreKept() {
    append(inbox(), "one");
    for (int i = 0; i < 100; i++) {
      update(uids(1), Mode.ADD, new Flags(0, List.of("keyword-" + i)));
    }
    assertThat(flags(inbox(), 1).keywords()).hasSize(100).contains("keyword-42");
    assertThat(store().view(inbox()).keywords()).hasSize(100).isSorted();
  }

  @Test
  default void aMailboxHasABoundedNumberOfDifferentKeywords() {
    append(inbox(), "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    for (int uid = 1; uid <= 8; uid++) {
      update(uids(uid), Mode.ADD, keywords(125 * (uid - 1), 125 * uid));
    }
    MailboxRef other = create("other");
    append(other, keywords(1_000, 1_001), "one more");
    assertThatThrownBy(() -> update(uids(9), Mode.ADD, keywords(1_000, 1_001)))
        .isInstanceOf(LimitReached.class)
        .hasMessageContaining("1000 different keywords");
    assertThatThrownBy(() -> append(inbox(), keywords(1_000, 1_001), "ten"))
        .isInstanceOf(LimitReached.class);
    assertThatThrownBy(() -> store().copy(other, UidSet.ALL, inbox()))
        .isInstanceOf(LimitReached.class);
    assertThat(store().view(inbox()).keywords()).hasSize(1_000);
    assertThat(uidsOf(inbox())).isEqualTo(UidSet.range(1, 9));
    update(uids(9), Mode.ADD, keywords(999, 1_000));
    assertThat(flags(inbox(), 9)).isEqualTo(keywords(999, 1_000));
    update(uids(1), Mode.REMOVE, keywords(0, 1));
    store().copy(other, UidSet.ALL, inbox());
    assertThat(store().view(inbox()).keywords()).hasSize(1_000).contains("keyword-1000");
    assertThatThrownBy(() -> update(uids(1), Mode.ADD, keywords(0, 1)))
        .isInstanceOf(LimitReached.class);
  }

  /** So many that they fill a mailbox, but none of its messages. */
  private static Flags keywords(int from, int to) {
    return new Flags(0, IntStream.range(from, to).mapToObj(i -> "keyword-" + i).toList());
  }
}
