package org.restante.testkit.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.AppendOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.NoSuchMailbox;

/** Append: the octets, the numbers and the counters. */
interface AppendContract extends StoreUnderTest {

  @Test
  default void uidsRiseFromUidNextInTheOrderOfTheMessages() {
    assertThat(append(inbox(), "one", "two")).isEqualTo(uids(1, 2));
    assertThat(append(inbox(), "three")).isEqualTo(uids(3));
    assertThat(mailbox("INBOX").uidNext()).isEqualTo(4);
    assertThat(text(inbox(), 1)).contains("one");
    assertThat(text(inbox(), 2)).contains("two");
    expunge(inbox(), UidSet.ALL);
    assertThat(append(inbox(), "four")).isEqualTo(uids(4));
  }

  @Test
  default void flagsDatesAndSizesAreKept() {
    Instant before = Instant.now().minusSeconds(1);
    Flags flags = new Flags(Flags.of(SystemFlag.DRAFT).system(), List.of("$Label1", "Other"));
    append(inbox(), flags, "one");
    StoredMessage message = message(inbox(), 1);
    assertThat(flags(inbox(), 1)).isEqualTo(flags);
    assertThat(message.internalDate()).isEqualTo(DATE);
    assertThat(message.internalDate().getOffset()).isEqualTo(DATE.getOffset());
    assertThat(message.size()).isEqualTo(letter("one").length);
    assertThat(message.saveDate()).isBetween(before, Instant.now().plusSeconds(1));
  }

  @Test
  default void countersFollow() {
    append(inbox(), "one");
    append(inbox(), Flags.of(SystemFlag.SEEN), "two");
    append(inbox(), Flags.of(SystemFlag.DELETED), "three");
    Mailbox mailbox = mailbox("INBOX");
    assertThat(mailbox.exists()).isEqualTo(3);
    assertThat(mailbox.unseen()).isEqualTo(2);
    assertThat(mailbox.deleted()).isEqualTo(1);
    assertThat(mailbox.octets())
        .isEqualTo(letter("one").length + letter("two").length + letter("three").length);
    assertThat(store().view(inbox()).mailbox()).isEqualTo(mailbox);
  }

  @Test
  default void octetsComeBackAsTheyWere() {
    byte[][] contents = {
      {},
      {0},
      "no header and no line end".getBytes(ISO_8859_1),
      "a\nb\r\n\0\u00ff\r".getBytes(ISO_8859_1),
      new byte[3_000_000]
    };
    new Random(1).nextBytes(contents[4]);
    for (byte[] octets : contents) {
      try (MessageDraft draft = draft(octets)) {
        assertThat(draft.size()).isEqualTo(octets.length);
        store().append(inbox(), List.of(new NewMessage(draft, Flags.NONE, DATE)));
      }
    }
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      for (int i = 0; i < contents.length; i++) {
        StoredMessage message = snapshot.message(i + 1).orElseThrow();
        assertThat(message.size()).isEqualTo(contents[i].length);
        try (MessageContent content = snapshot.content(message)) {
          assertThat(content.size()).isEqualTo(contents[i].length);
          assertThat(StoreUnderTest.read(content)).isEqualTo(contents[i]);
        }
        assertThat(snapshot.index(message).size()).isEqualTo(contents[i].length);
      }
    }
  }

  @Test
  default void oneDraftMayBeAppendedManyTimes() {
    MailboxRef other = create("other");
    try (MessageDraft draft = draft(letter("same"))) {
      NewMessage message = new NewMessage(draft, Flags.NONE, DATE);
      store().append(inbox(), List.of(message, message));
      store().append(other, List.of(message));
    }
    assertThat(text(inbox(), 1)).isEqualTo(text(inbox(), 2)).isEqualTo(text(other, 1));
    assertThat(message(inbox(), 1).blob()).isEqualTo(message(other, 1).blob());
    assertThat(message(inbox(), 1).messageId())
        .isNotEqualTo(message(inbox(), 2).messageId())
        .isNotEqualTo(message(other, 1).messageId());
  }

  @Test
  default void appendingNothingDoesNothing() {
    Mailbox before = mailbox("INBOX");
    AppendOutcome outcome = store().append(inbox(), List.of());
    assertThat(outcome).isEqualTo(new AppendOutcome(before.uidValidity(), UidSet.EMPTY));
    assertThat(mailbox("INBOX")).isEqualTo(before);
  }

  @Test
  default void theModSeqIsAboveAllOthersOfTheAccount() {
    MailboxRef other = create("other");
    append(inbox(), "one");
    append(other, "two");
    append(inbox(), "three", "four");
    assertThat(modSeq(inbox(), 1)).isLessThan(modSeq(other, 1));
    assertThat(modSeq(other, 1)).isLessThan(modSeq(inbox(), 2));
    assertThat(modSeq(inbox(), 2)).isEqualTo(modSeq(inbox(), 3));
    assertThat(mailbox("INBOX").highestModSeq()).isEqualTo(modSeq(inbox(), 3));
  }

  @Test
  default void aMissingMailboxIsNamedAndTheDraftCanBeUsedElsewhere() {
    try (MessageDraft draft = draft(letter("one"))) {
      List<NewMessage> messages = List.of(new NewMessage(draft, Flags.NONE, DATE));
      assertThatThrownBy(() -> store().append(new MailboxRef(account(), 99), messages))
          .isInstanceOf(NoSuchMailbox.class);
      assertThat(store().append(inbox(), messages).uids()).isEqualTo(uids(1));
    }
  }
}
