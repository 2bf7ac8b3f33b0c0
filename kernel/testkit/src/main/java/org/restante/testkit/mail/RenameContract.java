package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.name;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import org.junit.jupiter.api.Test;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxRef;
import org.restante.message.SystemFlag;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;

/**
 * Renaming.
 *
 * @rfc 3501 6.3.5
 */
interface RenameContract extends StoreUnderTest {

  private void rename(String from, String to) {
    store().rename(account(), name(from), name(to));
  }

  @Test
  default void aMailboxAndAllBelowItAreRenamedWithTheirIds() {
    MailboxRef a = create("a");
    MailboxRef below = create("a/b/c");
    create("ab");
    append(a, "one");
    Mailbox before = mailbox("a");
    rename("a", "x/y");
    assertThat(names()).containsExactly("INBOX", "ab", "x/y", "x/y/b/c");
    Mailbox after = mailbox("x/y");
    assertThat(after.ref()).isEqualTo(a);
    assertThat(after.uidValidity()).isEqualTo(before.uidValidity());
    assertThat(after.uidNext()).isEqualTo(before.uidNext());
    assertThat(after.exists()).isEqualTo(1);
    assertThat(mailbox("x/y/b/c").ref()).isEqualTo(below);
    assertThat(store().view(a).mailbox().name()).isEqualTo(name("x/y"));
  }

  @Test
  default void aNameThatIsOnlyAboveOthersCanBeRenamed() {
    create("a/b");
    rename("a", "c");
    assertThat(names()).containsExactly("INBOX", "c/b");
    create("deep/deep/er");
    rename("deep/deep", "deep");
    assertThat(names()).containsExactly("INBOX", "c/b", "deep/er");
  }

  @Test
  default void whatIsTakenMissingOrImpossibleIsRefusedAndNothingChanges() {
    create("a");
    create("a/x");
    create("b/x");
    assertThatThrownBy(() -> rename("a", "b/x")).isInstanceOf(MailboxExists.class);
    assertThatThrownBy(() -> rename("a", "b")).isInstanceOf(MailboxExists.class);
    assertThatThrownBy(() -> rename("a", "a")).isInstanceOf(MailboxExists.class);
    assertThatThrownBy(() -> rename("a", "INBOX")).isInstanceOf(MailboxExists.class);
    assertThatThrownBy(() -> rename("none", "c")).isInstanceOf(NoSuchMailbox.class);
    assertThatThrownBy(() -> rename("a", "a/b")).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> rename("a", "y".repeat(199))).isInstanceOf(InvalidMailboxName.class);
    assertThat(names()).containsExactly("INBOX", "a", "a/x", "b/x");
  }

  @Test
  default void inboxLosesItsMessagesToTheNewNameAndStays() {
    MailboxRef inbox = inbox();
    create("INBOX/below");
    append(inbox, "one", "two");
    flag(inbox, uids(2), SystemFlag.SEEN);
    long uidValidity = mailbox("INBOX").uidValidity();
    rename("inbox", "old");
    assertThat(names()).containsExactly("INBOX", "INBOX/below", "old");
    assertThat(inbox()).isEqualTo(inbox);
    assertThat(mailbox("INBOX").uidValidity()).isEqualTo(uidValidity);
    assertThat(mailbox("INBOX").exists()).isZero();
    assertThat(mailbox("INBOX").uidNext()).isEqualTo(3);
    assertThat(mailbox("old").exists()).isEqualTo(2);
    assertThat(mailbox("old").unseen()).isEqualTo(1);
    assertThat(text(mailbox("old").ref(), 2)).contains("two");
    assertThatThrownBy(() -> rename("INBOX", "old")).isInstanceOf(MailboxExists.class);
  }
}
