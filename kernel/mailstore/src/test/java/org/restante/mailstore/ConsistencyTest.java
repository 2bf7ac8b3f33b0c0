package org.restante.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.testkit.engine.MemoryEngine;

/** Readers beside writers: every view and snapshot agrees with itself. */
final class ConsistencyTest {

  @Test
  void readersSeeOneInstantWhateverWritersDo() throws Exception {
    readers(new TestMail(new MemoryEngine()));
  }

  @Test
  void alsoWhereNoViewStaysInMemory() throws Exception {
    MailStoreSettings forgetful =
        MailStoreSettings.builder().viewMemory(0).accountsInMemory(1).build();
    readers(new TestMail(new MemoryEngine(), forgetful));
  }

  private static void readers(TestMail mail) throws Exception {
    try (mail;
        ExecutorService threads = Executors.newCachedThreadPool()) {
      MailboxName name = MailboxName.parse("box", '/');
      MailboxRef box = mail.store.create(mail.account, name, Optional.empty()).ref();
      MailboxRef inbox = mail.inbox();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<Void>> reading = new ArrayList<>();
      for (MailboxRef each : List.of(inbox, box)) {
        reading.add(threads.submit(() -> read(mail, each, done)));
      }
      List<Callable<Void>> writers = new ArrayList<>();
      for (int seed = 0; seed < 3; seed++) {
        Random random = new Random(seed);
        writers.add(() -> write(mail, inbox, box, random));
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
      done.set(true);
      for (Future<Void> reader : reading) {
        reader.get(60, TimeUnit.SECONDS);
      }
      assertThat(mail.store.inspection().inspect(mail.account)).isEmpty();
    }
  }

  private static Void write(TestMail mail, MailboxRef inbox, MailboxRef box, Random random) {
    for (int i = 0; i < 150; i++) {
      UidSet some = UidSet.range(1 + random.nextInt(100), 1 + random.nextInt(100));
      switch (random.nextInt(5)) {
        case 0, 1 -> mail.append(1 + random.nextInt(5));
        case 2 -> mail.seen(some);
        case 3 -> mail.store.move(inbox, some, box);
        default -> mail.store.expunge(box, some, ExpungeScope.ALL);
      }
    }
    return null;
  }

  private static Void read(TestMail mail, MailboxRef mailbox, AtomicBoolean done) {
    MailboxView before = mail.store.view(mailbox);
    while (!done.get()) {
      try (MailboxSnapshot snapshot = mail.store.snapshot(mailbox)) {
        MailboxView view = snapshot.view();
        UidSet present = view.present(UidSet.ALL);
        List<Long> rows = new ArrayList<>();
        snapshot.messages(UidSet.ALL, message -> rows.add(message.uid()));
        assertThat(UidSet.of(rows)).isEqualTo(present);
        assertThat(view.mailbox().exists()).isEqualTo(view.exists());
        assertThat(view.mailbox().unseen()).isEqualTo(unseen(view));
        UidSet arrived = view.since(before).arrived();
        assertThat(present.intersect(arrived)).isEqualTo(arrived);
        before = view;
      }
    }
    return null;
  }

  private static long unseen(MailboxView view) {
    long unseen = 0;
    for (int i = 0; i < view.exists(); i++) {
      unseen += view.flags(i).has(SystemFlag.SEEN) ? 0 : 1;
    }
    return unseen;
  }
}
