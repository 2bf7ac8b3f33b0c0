package org.restante.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxRef;
import org.restante.message.CopyOutcome;
import org.restante.message.FlagOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * What is one commit where the engine promises room for it ({@code batchOperations} of 60,000 and
 * more): changes of 10,000 messages, and of a hierarchy of 1,000 mailboxes. Each has one MODSEQ, so
 * one word of it is given for each mailbox.
 */
public abstract class LargeCommitContract implements StoreUnderTest {
  private static final int MESSAGES = 10_000;
  private static final int CHILDREN = 1_000;

  private @Nullable MailWorld world;
  private @Nullable Account user;

  /** A store without accounts. */
  protected abstract MailWorld open() throws Exception;

  /** Closes what {@link #open} opened. */
  protected void close(MailWorld closing) throws Exception {}

  @BeforeEach
  final void openWorld() throws Exception {
    world = open();
    user = world().accounts().create("user", "secret", QuotaLimits.NONE);
  }

  @AfterEach
  final void closeWorld() throws Exception {
    close(world());
  }

  @Override
  public final MailWorld world() {
    return Objects.requireNonNull(world);
  }

  @Override
  public final Account user() {
    return Objects.requireNonNull(user);
  }

  private void appendMany() {
    try (MessageDraft draft = draft(StoreUnderTest.letter("one"))) {
      NewMessage message = new NewMessage(draft, Flags.NONE, DATE);
      List<NewMessage> messages = new ArrayList<>(Collections.nCopies(MESSAGES / 2, message));
      store().append(inbox(), messages);
      store().append(inbox(), messages);
    }
  }

  /** All that changed has the same MODSEQ, which is the mailbox's. */
  private void oneCommit(MailboxRef mailbox, String name) {
    long modSeq = mailbox(name).highestModSeq();
    assertThat(modSeq(mailbox, store().view(mailbox).uid(0))).isEqualTo(modSeq);
    int last = store().view(mailbox).exists() - 1;
    assertThat(modSeq(mailbox, store().view(mailbox).uid(last))).isEqualTo(modSeq);
  }

  @Test
  final void flagsOfTenThousand() {
    appendMany();
    long before = mailbox("INBOX").highestModSeq();
    FlagOutcome outcome = flag(inbox(), UidSet.ALL, SystemFlag.SEEN);
    assertThat(outcome.updated().count()).isEqualTo(MESSAGES);
    assertThat(outcome.modSeq()).isEqualTo(before + 1);
    oneCommit(inbox(), "INBOX");
    assertThat(mailbox("INBOX").unseen()).isZero();
  }

  @Test
  final void aCopyAndAMoveOfTenThousand() {
    MailboxRef copies = create("copies");
    MailboxRef moved = create("moved");
    appendMany();
    CopyOutcome copy = store().copy(inbox(), UidSet.ALL, copies);
    assertThat(copy.to().count()).isEqualTo(MESSAGES);
    oneCommit(copies, "copies");
    long before = mailbox("copies").highestModSeq();
    assertThat(store().move(inbox(), UidSet.ALL, moved).to().count()).isEqualTo(MESSAGES);
    oneCommit(moved, "moved");
    assertThat(mailbox("moved").highestModSeq()).isEqualTo(before + 1);
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(before + 1);
    assertThat(mailbox("INBOX").exists()).isZero();
    assertThat(store().usage(account()).messages()).isEqualTo(2 * MESSAGES);
  }

  @Test
  final void anExpungeOfTenThousand() {
    appendMany();
    long before = mailbox("INBOX").highestModSeq();
    assertThat(expunge(inbox(), UidSet.ALL).count()).isEqualTo(MESSAGES);
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(before + 1);
    assertThat(store().usage(account()).octets()).isZero();
  }

  @Test
  final void aRenameOfAThousandChildren() {
    create("old");
    for (int i = 0; i < CHILDREN; i++) {
      store().create(account(), StoreUnderTest.name("old/" + i), Optional.empty());
    }
    Heard heard = new Heard();
    try (Watch watch = store().watch(account(), heard)) {
      store().rename(account(), StoreUnderTest.name("old"), StoreUnderTest.name("new"));
      assertThat(heard.take(CHILDREN + 1))
          .extracting(word -> word.modSeq())
          .containsOnly(heard(watch));
    }
    assertThat(names()).contains("new", "new/0", "new/999").doesNotContain("old", "old/0");
  }

  private long heard(Watch watch) {
    assertThat(watch).isNotNull();
    append(inbox(), "next");
    return mailbox("INBOX").highestModSeq() - 1;
  }
}
