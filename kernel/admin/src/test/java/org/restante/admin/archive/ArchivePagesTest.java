package org.restante.admin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.ApiServer;
import org.restante.admin.http.ApiServer.Reply;
import org.restante.archive.ArchivePart;
import org.restante.archive.ArchivePart.Damaged;
import org.restante.archive.ArchivePart.End;
import org.restante.archive.ArchivePart.Header;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivePart.Mailboxes;
import org.restante.archive.ArchiveReader;
import org.restante.archive.ArchiveWriter;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.SpecialUse;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

class ArchivePagesTest {

  private static final OffsetDateTime DATE = OffsetDateTime.parse("2021-03-04T05:06:07+05:30");
  private static final MailboxName SENT = MailboxName.parse("Sent/ü", '/');

  @TempDir private Path data;
  private final MemoryEngine engine = new MemoryEngine();
  private final EngineMailStore store =
      EngineMailStore.over(engine, new SimpleMeterRegistry(), MailStoreSettings.defaults());
  private final Account ada = store.accounts().create("ada", "x");
  private final Account bob = store.accounts().create("bob", "x");
  private final Account carl = store.accounts().create("carl", "x");
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    ArchivePages pages = new ArchivePages(store.accounts(), store, store.imports());
    server = new ApiServer(data, 64 << 20).with(ArchivePages.PATH, pages);
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  @Test
  void anArchiveHasEverythingThatTheServerKnows() throws IOException {
    MailboxRef inbox = inbox(ada);
    append(inbox, Flags.NONE, "gone");
    append(inbox, Flags.of(SystemFlag.SEEN).plus(new Flags(0, List.of("$Label"))), "two");
    store.expunge(inbox, UidSet.of(1), ExpungeScope.ALL);
    store.create(ada.id(), SENT, Optional.of(SpecialUse.SENT));
    store.subscribe(ada.id(), MailboxName.parse("elsewhere", '/'), true);
    List<Object> parts = read(export(""));
    assertThat(((Header) parts.getFirst()).account()).isEqualTo("ada@localhost");
    assertThat(((Mailboxes) parts.get(1)).list())
        .extracting(ArchivedMailbox::name, ArchivedMailbox::subscribed, ArchivedMailbox::uidNext)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("INBOX", false, 3L),
            org.assertj.core.groups.Tuple.tuple("Sent/ü", false, 1L),
            org.assertj.core.groups.Tuple.tuple("elsewhere", true, 0L));
    ArchivedLetter letter = (ArchivedLetter) parts.get(2);
    assertThat(letter.uid()).isEqualTo(2);
    assertThat(letter.flags()).containsExactly("\\Seen", "$Label");
    assertThat(letter.internalDate()).isEqualTo(DATE.toString());
    assertThat(letter.saveDate()).isPresent();
    assertThat(parts.get(3)).isEqualTo("Subject: two\r\n\r\n");
    assertThat(parts.getLast()).isEqualTo(new End(1, 0));
  }

  @Test
  void anArchiveIsImportedExactlyWhereNoOtherMailIs() throws IOException {
    append(inbox(ada), Flags.of(SystemFlag.FLAGGED), "one");
    append(inbox(ada), Flags.NONE, "two");
    append(inbox(ada), Flags.NONE, "gone");
    store.expunge(inbox(ada), UidSet.of(3), ExpungeScope.ALL);
    byte[] archive = export("");
    assertThat(imported("bob", archive)).containsEntry("imported", 2).containsEntry("refusals", 0);
    assertThat(letters(bob)).isEqualTo(letters(ada));
    assertThat(imported("bob", archive)).containsEntry("imported", 0).containsEntry("present", 2);
    assertThat(numbers(bob)).isEqualTo(numbers(ada));
    append(inbox(carl), Flags.NONE, "other");
    assertThat(server.octets("POST", ArchivePages.PATH + "/carl", archive).status()).isEqualTo(409);
  }

  @Test
  void whatIsThereAlreadyIsPassedOver() throws IOException {
    append(inbox(ada), Flags.NONE, "one");
    append(inbox(ada), Flags.NONE, "two");
    assertThat(imported("ada", export("")))
        .containsEntry("imported", 0)
        .containsEntry("present", 2);
  }

  @Test
  void anExportGoesOnWhereItEnded() throws IOException {
    for (int i = 1; i <= 450; i++) {
      append(inbox(ada), Flags.NONE, "letter " + i);
    }
    long id = inbox(ada).mailbox();
    List<Object> all = read(export(""));
    List<Object> rest = read(export("?after=" + id + "/250"));
    assertThat(all).hasSize(2 + 2 * 450 + 1);
    assertThat(rest.subList(0, rest.size() - 1))
        .isEqualTo(all.subList(2 + 2 * 250, all.size() - 1));
    assertThat(rest.getLast()).isEqualTo(new End(200, 0));
    assertThat(server.json("GET", ArchivePages.PATH + "/ada?after=x", Map.of()).status())
        .isEqualTo(400);
  }

  @Test
  void aDamagedLetterIsNamedAndTheOthersAreThere() throws IOException {
    append(inbox(ada), Flags.NONE, "one");
    append(inbox(ada), Flags.NONE, "two");
    append(inbox(ada), Flags.NONE, "three");
    lose(stored(inbox(ada), 2));
    List<Object> parts = read(export(""));
    assertThat(parts).hasSize(2 + 2 + 1 + 2 + 1).endsWith(new End(3, 1));
    assertThat(((Damaged) parts.get(4)).about().uid()).isEqualTo(2);
    assertThat(imported("bob", export("")))
        .containsEntry("imported", 2)
        .containsEntry("refusals", 1);
  }

  @Test
  void lettersFromElsewhereGetNewUidsAndThoseThatDoNotFitAreNamed() throws IOException {
    store.accounts().setQuota(bob.id(), new QuotaLimits(QuotaLimits.UNLIMITED, 3));
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(octets)) {
      writer.mailboxes(List.of(new ArchivedMailbox(1, "Lists/java", Optional.empty(), true, 0, 0)));
      for (int i = 1; i <= 5; i++) {
        writer.letter(plain(i, Optional.empty()), out -> out.write("123".getBytes(UTF_8)));
      }
      writer.letter(plain(6, Optional.of("00")), out -> out.write("123".getBytes(UTF_8)));
    }
    Map<String, Object> answer = imported("bob", octets.toByteArray());
    assertThat(answer).containsEntry("imported", 3).containsEntry("refusals", 3);
    assertThat(String.valueOf(answer.get("refused"))).contains("mail/1/6", "digest", "over quota");
    MailboxName lists = MailboxName.parse("Lists/java", '/');
    assertThat(store.mailbox(bob.id(), lists).orElseThrow().exists()).isEqualTo(3);
    assertThat(store.subscriptions(bob.id())).containsExactly(lists);
  }

  @Test
  void anArchiveThatIsCutOffIsRefusedAndWhatCameIsThere() throws IOException {
    append(inbox(ada), Flags.NONE, "one");
    append(inbox(ada), Flags.NONE, "two");
    byte[] whole = export("");
    byte[] cut = Arrays.copyOf(whole, whole.length - 4 * 512);
    Reply reply = server.octets("POST", ArchivePages.PATH + "/bob", cut);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("the archive is cut off");
    assertThat(letters(bob)).hasSize(2);
  }

  private static ArchivedLetter plain(long uid, Optional<String> digest) {
    return new ArchivedLetter(1, uid, List.of(), DATE.toString(), Optional.empty(), 3, digest);
  }

  private byte[] export(String query) {
    Reply reply = server.json("GET", ArchivePages.PATH + "/ada" + query, Map.of());
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private Map<String, Object> imported(String account, byte[] archive) {
    Reply reply = server.octets("POST", ArchivePages.PATH + "/" + account, archive);
    assertThat(reply.status()).as("%s", reply.error()).isEqualTo(200);
    return reply.object();
  }

  private MailboxRef inbox(Account account) {
    return store.mailbox(account.id(), MailboxName.INBOX).orElseThrow().ref();
  }

  private void append(MailboxRef mailbox, Flags flags, String subject) {
    try (MessageDraft draft = store.draft()) {
      draft.write(("Subject: " + subject + "\r\n\r\n").getBytes(UTF_8));
      store.append(mailbox, List.of(new NewMessage(draft, flags, DATE)));
    }
  }

  private StoredMessage stored(MailboxRef mailbox, long uid) {
    try (MailboxSnapshot snapshot = store.snapshot(mailbox)) {
      return snapshot.message(uid).orElseThrow();
    }
  }

  /** Blobs and flags of all letters of an INBOX. */
  private List<Object> letters(Account account) {
    List<Object> letters = new ArrayList<>();
    try (MailboxSnapshot snapshot = store.snapshot(inbox(account))) {
      snapshot.messages(
          UidSet.ALL,
          message -> {
            int index = snapshot.view().indexOf(message.uid());
            BlobId blob = message.blob();
            return letters.add(List.of(blob, snapshot.view().flags(index), message.internalDate()));
          });
    }
    return letters;
  }

  /** UIDs and save dates, UIDVALIDITY and UIDNEXT of an INBOX. */
  private List<Object> numbers(Account account) {
    List<Object> numbers = new ArrayList<>();
    try (MailboxSnapshot snapshot = store.snapshot(inbox(account))) {
      snapshot.messages(
          UidSet.ALL, message -> numbers.add(List.of(message.uid(), message.saveDate())));
      numbers.add(snapshot.view().mailbox().uidValidity());
      numbers.add(snapshot.view().mailbox().uidNext());
    }
    return numbers;
  }

  private void lose(StoredMessage message) {
    try (Batch batch = engine.partition(ada.id().value()).batch()) {
      batch.unlink(message.blob(), message.messageId()).commit(Durability.SYNC);
    }
    engine.blobs().collect(Duration.ZERO);
  }

  private static List<Object> read(byte[] octets) throws IOException {
    ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(octets));
    List<Object> parts = new ArrayList<>();
    for (ArchivePart part = reader.next(); part != null; part = reader.next()) {
      if (part instanceof Letter letter) {
        parts.add(letter.about());
        parts.add(new String(letter.content().readAllBytes(), UTF_8));
      } else {
        parts.add(part);
      }
    }
    return parts;
  }
}
