package org.restante.testkit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.testkit.mail.StoreUnderTest.letter;
import static org.restante.testkit.mail.StoreUnderTest.uids;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Snapshots: consistent whatever others do, and contents by range. */
interface SnapshotContract extends StoreUnderTest {

  private static List<Long> visit(MailboxSnapshot snapshot, UidSet uids) {
    List<Long> seen = new ArrayList<>();
    snapshot.messages(uids, message -> seen.add(message.uid()));
    return seen;
  }

  @Test
  default void aSnapshotIsUnmovedByLaterCommits() {
    append(inbox(), "one", "two");
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      flag(inbox(), uids(1), SystemFlag.SEEN);
      expunge(inbox(), uids(2));
      append(inbox(), "three");
      assertThat(snapshot.view().exists()).isEqualTo(2);
      assertThat(snapshot.view().flags(0).system()).isZero();
      assertThat(visit(snapshot, UidSet.ALL)).containsExactly(1L, 2L);
      assertThat(snapshot.message(2)).isPresent();
      assertThat(snapshot.message(3)).isEmpty();
      assertThat(snapshot.view().mailbox().uidNext()).isEqualTo(3);
    }
  }

  @Test
  default void messagesOfASetAreVisitedByAscendingUidUntilTheVisitorHasEnough() {
    for (int i = 0; i < 70; i++) {
      append(inbox(), "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }
    expunge(inbox(), uids(5, 300));
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      assertThat(visit(snapshot, UidSet.ALL)).hasSize(698).isSorted().doesNotContain(5L, 300L);
      assertThat(visit(snapshot, uids(700, 3, 5, 9_999, 299))).containsExactly(3L, 299L, 700L);
      List<Long> some = new ArrayList<>();
      snapshot.messages(
          UidSet.ALL,
          message -> {
            some.add(message.uid());
            return some.size() < 300;
          });
      assertThat(some).hasSize(300);
    }
  }

  @Test
  default void messagesComeWithTheirIndexUntilTheVisitorHasEnough() {
    for (int i = 0; i < 30; i++) {
      append(inbox(), "a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }
    expunge(inbox(), uids(5));
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      List<Long> all = new ArrayList<>();
      snapshot.indexed(
          UidSet.ALL,
          (message, index) -> {
            assertThat(index.index()).isEqualTo(snapshot.index(message));
            assertThat(index.envelope()).isEqualTo(index.index().envelope());
            return all.add(message.uid());
          });
      assertThat(all).hasSize(299).isSorted().doesNotContain(5L);
      List<Long> some = new ArrayList<>();
      snapshot.indexed(
          UidSet.ALL,
          (message, index) -> {
            some.add(message.uid());
            return some.size() < 100;
          });
      assertThat(some).isEqualTo(all.subList(0, 100));
    }
  }

  @Test
  default void aVisitorMayReadAndWriteTheStore() {
    append(inbox(), "one", "two");
    List<String> texts = new ArrayList<>();
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      snapshot.messages(
          UidSet.ALL,
          message -> {
            flag(inbox(), uids(message.uid()), SystemFlag.SEEN);
            return texts.add(text(inbox(), message.uid()));
          });
    }
    assertThat(texts).hasSize(2);
    assertThat(mailbox("INBOX").unseen()).isZero();
  }

  @Test
  default void manyLargeStructuresCome() {
    String recipients =
        IntStream.range(0, 400)
            .mapToObj(each -> "somebody." + each + "@example.org")
            .collect(Collectors.joining(",\r\n "));
    for (int i = 0; i < 10; i++) {
      List<NewMessage> messages = new ArrayList<>();
      for (int j = 0; j < 10; j++) {
        String letter = "Subject: " + i + j + "\r\nTo: " + recipients + "\r\n\r\ntext\r\n";
        messages.add(new NewMessage(draft(letter.getBytes(UTF_8)), Flags.NONE, DATE));
      }
      store().append(inbox(), messages);
      messages.forEach(message -> message.content().close());
    }
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      List<String> subjects = new ArrayList<>();
      snapshot.indexed(
          UidSet.ALL,
          (message, index) -> subjects.add(message.uid() + " " + index.envelope().subject()));
      assertThat(subjects)
          .isEqualTo(
              IntStream.range(0, 100)
                  .mapToObj(each -> "%d %02d".formatted(each + 1, each))
                  .toList());
    }
  }

  @Test
  default void contentsAreThoseOfTheirMessagesWhicheverAreLookedInto() {
    for (int i = 0; i < 30; i++) {
      append(inbox(), i + "a", i + "b", i + "c", i + "d", i + "e");
    }
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      List<StoredMessage> all = new ArrayList<>();
      snapshot.messages(UidSet.ALL, all::add);
      List<String> expected = all.stream().map(each -> text(inbox(), each.uid())).toList();
      for (int of : new int[] {1, 2, 5, 7, 200}) {
        List<String> texts = new ArrayList<>();
        snapshot.indexed(
            UidSet.ALL,
            (message, index) -> {
              int at = texts.size();
              boolean skipped = at % of == of - 1;
              texts.add(skipped ? expected.get(at) : text(snapshot, message));
              assertThat(text(snapshot, all.get((at + 1) % 150)))
                  .isEqualTo(expected.get((at + 1) % 150));
              return at < 140;
            });
        assertThat(texts).isEqualTo(expected.subList(0, 141));
      }
    }
  }

  private static String text(MailboxSnapshot snapshot, StoredMessage message) {
    try (MessageContent content = snapshot.content(message)) {
      return new String(StoreUnderTest.read(content), UTF_8);
    }
  }

  @Test
  default void contentIsReadByRange() throws IOException {
    byte[] octets = letter("0123456789".repeat(50_000));
    try (MessageDraft draft = draft(octets)) {
      store().append(inbox(), List.of(new NewMessage(draft, Flags.NONE, DATE)));
    }
    try (MailboxSnapshot snapshot = store().snapshot(inbox());
        MessageContent content = snapshot.content(snapshot.message(1).orElseThrow())) {
      byte[] into = new byte[100];
      int count = content.read(1_000, into, 10, 50);
      assertThat(count).isBetween(1, 50);
      assertThat(Arrays.copyOfRange(into, 10, 10 + count))
          .isEqualTo(Arrays.copyOfRange(octets, 1_000, 1_000 + count));
      assertThat(content.read(octets.length, into, 0, 10)).isEqualTo(-1);
      try (InputStream range = content.stream(70_000, 100_000)) {
        assertThat(range.readAllBytes()).isEqualTo(Arrays.copyOfRange(octets, 70_000, 170_000));
      }
      try (InputStream clipped = content.stream(octets.length - 5, Long.MAX_VALUE)) {
        assertThat(clipped.readAllBytes()).hasSize(5);
      }
      try (InputStream behind = content.stream(Long.MAX_VALUE, 1)) {
        assertThat(behind.read()).isEqualTo(-1);
      }
      assertThat(content.size()).isEqualTo(octets.length);
    }
  }

  @Test
  default void contentMayOutliveItsSnapshotAndItsMessage() {
    append(inbox(), "kept");
    MessageContent content;
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      content = snapshot.content(snapshot.message(1).orElseThrow());
    }
    expunge(inbox(), UidSet.ALL);
    try (content) {
      assertThat(new String(StoreUnderTest.read(content), UTF_8)).contains("kept");
    }
  }

  @Test
  default void theIndexIsThatOfTheContent() {
    String letter =
        """
        Subject: parts
        Content-Type: multipart/mixed; boundary=b

        --b

        first
        --b
        Content-Type: text/html

        <p>
        --b--
        """;
    try (MessageDraft draft = draft(letter.getBytes(UTF_8))) {
      store().append(inbox(), List.of(new NewMessage(draft, Flags.NONE, DATE)));
    }
    try (MailboxSnapshot snapshot = store().snapshot(inbox())) {
      StoredMessage message = snapshot.message(1).orElseThrow();
      assertThat(snapshot.index(message).root().children()).hasSize(2);
      assertThat(snapshot.index(message).size()).isEqualTo(message.size());
    }
  }
}
