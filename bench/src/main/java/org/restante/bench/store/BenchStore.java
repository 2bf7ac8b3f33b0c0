package org.restante.bench.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.EngineMailStore;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.rocksdb.RocksKeyValueEngine;
import org.restante.rocksdb.RocksSettings;
import org.restante.rocksdb.table.Tuning;

/** The mail store over RocksDB in a directory, as the server has it, with accounts. */
final class BenchStore implements AutoCloseable {
  private static final int PIECE = 8 << 10;
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-11-24T09:00:00Z");

  private final RocksKeyValueEngine engine;
  private final EngineMailStore store;
  private final List<MailboxRef> inboxes;

  private BenchStore(Path directory, Tuning tuning, int accounts) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    engine = RocksKeyValueEngine.open(directory, settings(tuning), registry);
    store = EngineMailStore.over(engine, registry, MailStoreSettings.defaults());
    inboxes = IntStream.range(0, accounts).mapToObj(this::inbox).toList();
  }

  /** Opens a store, and makes it where there is none. */
  static BenchStore open(Path directory, Tuning tuning, int accounts) {
    return new BenchStore(directory, tuning, accounts);
  }

  /** The options of the database as they are without a configuration. */
  static Tuning tuning() {
    return RocksSettings.defaults().tuning();
  }

  private static RocksSettings settings(Tuning tuning) {
    RocksSettings usual = RocksSettings.defaults();
    return new RocksSettings(
        tuning,
        usual.gcGrace(),
        usual.gcInterval(),
        usual.inOneWrite(),
        usual.chunk(),
        usual.reserve());
  }

  private MailboxRef inbox(int number) {
    String login = "bench" + number + "@localhost";
    AccountId id =
        store
            .accounts()
            .findByLogin(login)
            .orElseGet(() -> store.accounts().create(login, "none", QuotaLimits.NONE))
            .id();
    return store.mailbox(id, MailboxName.INBOX).orElseThrow().ref();
  }

  MailStore mail() {
    return store;
  }

  /** The INBOX of an account. */
  MailboxRef inbox(long account) {
    return inboxes.get((int) account);
  }

  /** Takes a letter in as a protocol does: piece by piece, then one durable commit. */
  void append(int account, byte[] letter) {
    try (MessageDraft draft = draft(letter)) {
      store.append(inboxes.get(account), List.of(new NewMessage(draft, Flags.NONE, DATE)));
    }
  }

  /** The same by delivery. */
  void deliver(int account, int number, byte[] letter) {
    try (MessageDraft draft = draft(letter)) {
      Recipient recipient = Recipient.inbox(inboxes.get(account).account());
      Delivery delivery = new Delivery("bench-" + number, draft, DATE, List.of(recipient));
      if (!(store.deliver(delivery).getFirst() instanceof DeliveryOutcome.Delivered)) {
        throw new IllegalStateException("letter " + number + " was refused");
      }
    }
  }

  /** Appends many small messages in few commits. */
  void fill(int account, int messages, byte[] letter) {
    try (MessageDraft draft = draft(letter)) {
      for (int done = 0; done < messages; done += 1000) {
        NewMessage message = new NewMessage(draft, Flags.NONE, DATE);
        int count = Math.min(1000, messages - done);
        store.append(inboxes.get(account), Stream.generate(() -> message).limit(count).toList());
      }
    }
  }

  private MessageDraft draft(byte[] letter) {
    MessageDraft draft = store.draft(letter.length);
    for (int at = 0; at < letter.length; at += PIECE) {
      draft.write(letter, at, Math.min(PIECE, letter.length - at));
    }
    return draft;
  }

  @Override
  public void close() {
    store.close();
    engine.close();
  }

  /** Copies the files of a store in which nothing is written now. */
  static void copy(Path directory, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** Removes a directory with all that is in it. */
  static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
