package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.MailboxView;
import org.restante.mailbox.ViewDifference;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Views: immutable, ascending, and what happened between two of them. */
interface ViewContract extends StoreUnderTest {

  @Test
  default void aViewListsMessagesByAscendingUid() {
    append(inbox(), "one", "two", "three");
    expunge(inbox(), uids(2));
    MailboxView view = store().view(inbox());
    assertThat(view.exists()).isEqualTo(2);
    assertThat(List.of(view.uid(0), view.uid(1))).containsExactly(1L, 3L);
    assertThat(view.indexOf(1)).isZero();
    assertThat(view.indexOf(3)).isEqualTo(1);
    assertThat(view.indexOf(2)).isEqualTo(-2);
    assertThat(view.indexOf(4)).isEqualTo(-3);
    assertThat(view.indexOf(UidSet.MAX_UID)).isEqualTo(-3);
    assertThat(view.mailbox()).isEqualTo(mailbox("INBOX"));
  }

  @Test
  default void anEmptyViewHasNothing() {
    MailboxView view = store().view(inbox());
    assertThat(view.exists()).isZero();
    assertThat(view.indexOf(1)).isEqualTo(-1);
    assertThat(view.firstUnseen()).isEqualTo(OptionalInt.empty());
    assertThat(view.present(UidSet.ALL).isEmpty()).isTrue();
    assertThat(view.keywords()).isEmpty();
  }

  @Test
  default void aViewNeverChanges() {
    append(inbox(), "one", "two");
    MailboxView before = store().view(inbox());
    flag(inbox(), uids(1), SystemFlag.SEEN);
    expunge(inbox(), uids(2));
    append(inbox(), "three");
    assertThat(before.exists()).isEqualTo(2);
    assertThat(before.flags(0)).isEqualTo(Flags.NONE);
    assertThat(before.mailbox().uidNext()).isEqualTo(3);
    assertThat(before.present(UidSet.ALL)).isEqualTo(uids(1, 2));
    assertThat(store().view(inbox()).present(UidSet.ALL)).isEqualTo(uids(1, 3));
  }

  @Test
  default void equalFlagsAreTheSameObject() {
    append(inbox(), new Flags(SystemFlag.SEEN.bit(), List.of("$A")), "one", "two");
    append(inbox(), "three");
    flag(inbox(), uids(3), SystemFlag.SEEN);
    FlagUpdate keyword = new FlagUpdate(FlagUpdate.Mode.ADD, new Flags(0, List.of("$A")));
    store().updateFlags(inbox(), uids(3), keyword);
    MailboxView view = store().view(inbox());
    assertThat(view.flags(0)).isSameAs(view.flags(1)).isSameAs(view.flags(2));
  }

  @Test
  default void theFirstUnseenIsTheFirstWithoutSeen() {
    append(inbox(), "one", "two", "three");
    flag(inbox(), uids(1, 2), SystemFlag.SEEN);
    assertThat(store().view(inbox()).firstUnseen()).isEqualTo(OptionalInt.of(2));
    flag(inbox(), uids(3), SystemFlag.SEEN);
    assertThat(store().view(inbox()).firstUnseen()).isEqualTo(OptionalInt.empty());
  }

  @Test
  default void presentAreThoseOfTheSetThatAreThere() {
    append(inbox(), "one", "two", "three", "four", "five");
    expunge(inbox(), uids(3));
    MailboxView view = store().view(inbox());
    assertThat(view.present(UidSet.ALL)).isEqualTo(uids(1, 2, 4, 5));
    assertThat(view.present(uids(2, 3, 5, 9))).isEqualTo(uids(2, 5));
    assertThat(view.present(UidSet.range(6, UidSet.MAX_UID)).isEmpty()).isTrue();
    assertThat(view.present(UidSet.EMPTY).isEmpty()).isTrue();
  }

  @Test
  default void keywordsInUseAreSorted() {
    append(inbox(), new Flags(0, List.of("zeta", "Alpha")), "one");
    append(inbox(), new Flags(0, List.of("beta")), "two");
    assertThat(store().view(inbox()).keywords()).containsExactly("Alpha", "beta", "zeta");
    expunge(inbox(), uids(1));
    assertThat(store().view(inbox()).keywords()).containsExactly("beta");
  }

  @Test
  default void theDifferenceSaysWhatHappened() {
    append(inbox(), "one", "two", "three");
    MailboxView before = store().view(inbox());
    assertThat(before.since(before).isEmpty()).isTrue();
    flag(inbox(), uids(1), SystemFlag.SEEN);
    expunge(inbox(), uids(2));
    append(inbox(), "four", "five");
    expunge(inbox(), uids(5));
    assertThat(store().view(inbox()).since(before))
        .isEqualTo(new ViewDifference(uids(2), uids(4), uids(1)));
  }

  @Test
  default void viewsOfManyMessagesDifferByWhatHappenedOnly() {
    for (int i = 0; i < 300; i++) {
      append(inbox(), "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }
    MailboxView before = store().view(inbox());
    flag(inbox(), uids(1, 1_500, 3_000), SystemFlag.FLAGGED);
    expunge(inbox(), UidSet.range(1_000, 1_100));
    expunge(inbox(), uids(2_999));
    append(inbox(), "new");
    MailboxView after = store().view(inbox());
    UidSet expunged = UidSet.range(1_000, 1_100).union(uids(2_999));
    assertThat(after.since(before))
        .isEqualTo(new ViewDifference(expunged, uids(3_001), uids(1, 1_500, 3_000)));
    assertThat(after.exists()).isEqualTo(3_000 - 102 + 1);
    for (int i = 0; i < after.exists(); i++) {
      assertThat(after.indexOf(after.uid(i))).isEqualTo(i);
    }
  }
}
