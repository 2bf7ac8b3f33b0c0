package org.restante.mailstore.salvage;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.inspection.DamagedLetter.Loss;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.mutation.Mailboxes;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.ExpungedRow;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.UidSets;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * Makes the rows of one account agree again: what can be counted is counted, what is above all that
 * was given is raised. For the holder of the account's lock, who forgets what is in memory.
 */
final class AccountMending {
  private static final int SLICE = 200;

  /** Numbers that lost commits may have given are passed over. */
  private static final long UIDS_PASSED = 1_000;

  private static final long NUMBERS_PASSED = 1_000_000;

  private final Partition partition;
  private final long account;
  private final boolean rowsLost;
  private final Lost lost;
  private final List<Consumer<Batch>> slice = new ArrayList<>();
  private int lines;
  private long modSeq;
  private long nextMailbox;
  private long nextMessage;
  private long lastUidValidity;
  private Counters sum = Counters.ZERO;

  /**
   * Of one account.
   *
   * @param rowsLost rows may be gone of which nothing else tells
   * @param lost what is found lost goes here
   */
  AccountMending(Partition partition, long account, boolean rowsLost, Lost lost) {
    this.partition = partition;
    this.account = account;
    this.rowsLost = rowsLost;
    this.lost = lost;
  }

  /** Whether there was anything to write. */
  boolean run() {
    try (PartitionSnapshot rows = partition.snapshot()) {
      byte[] stored = rows.get(Schema.accountKey());
      AccountRow kept = account(stored);
      LostCommits commits = new LostCommits(rows);
      List<MailboxMending> mailboxes = new ArrayList<>();
      for (MailboxRow row : mailboxes(rows)) {
        MailboxMending mending = new MailboxMending(rows, row, lost);
        mending.run();
        mailboxes.add(mending);
      }
      raise(kept, commits, mailboxes);
      AccountRow counted = row(kept);
      if (!rowsLost
          && stored != null
          && counted.equals(kept)
          && mailboxes.stream().allMatch(MailboxMending::agrees)) {
        return false;
      }
      write(counted, commits, mailboxes);
      return true;
    }
  }

  private static AccountRow account(byte @Nullable [] stored) {
    try {
      return stored == null ? AccountRow.NEW : Codec.readAccount(stored);
    } catch (DamagedRow e) {
      return AccountRow.NEW;
    }
  }

  /** Numbers are above all that is seen. */
  private void raise(AccountRow kept, LostCommits commits, List<MailboxMending> mailboxes) {
    modSeq = Math.max(kept.modSeq(), commits.last());
    nextMailbox = kept.nextMailboxId();
    nextMessage = kept.nextMessageId();
    lastUidValidity = kept.lastUidValidity();
    for (MailboxMending mailbox : mailboxes) {
      modSeq = Math.max(modSeq, mailbox.modSeq());
      nextMailbox = Math.max(nextMailbox, mailbox.mailbox().id() + 1);
      nextMessage = Math.max(nextMessage, mailbox.messageId() + 1);
      lastUidValidity = Math.max(lastUidValidity, mailbox.mailbox().uidValidity());
      sum = sum.plus(mailbox.counted());
    }
    if (rowsLost) {
      modSeq += NUMBERS_PASSED;
      nextMailbox += UIDS_PASSED;
      nextMessage += NUMBERS_PASSED;
    }
  }

  private AccountRow row(AccountRow kept) {
    return new AccountRow(
        kept.writer(),
        modSeq,
        nextMailbox,
        nextMessage,
        lastUidValidity,
        sum.octets(),
        sum.exists());
  }

  private void write(AccountRow counted, LostCommits commits, List<MailboxMending> mailboxes) {
    long now = modSeq + 1;
    if (rowsLost) {
      add(batch -> batch.deleteRange(Schema.changes()));
    }
    for (MailboxMending mailbox : mailboxes) {
      write(mailbox, commits, now);
    }
    commit();
    try (Batch last = partition.batch()) {
      // always a line at a commit's MODSEQ: one without is taken for a lost commit
      last.put(
          Schema.changeKey(now, 0xffff),
          Codec.write(new ChangeRow(0, ChangeRow.Kind.MAILBOX, UidSet.EMPTY)));
      last.put(Schema.accountKey(), Codec.write(counted.at(counted.writer(), now)));
      last.commit(Durability.SYNC);
    }
  }

  private void write(MailboxMending mailbox, LostCommits commits, long now) {
    long id = mailbox.mailbox().id();
    byte[] flags = Codec.write(new HotRow(Flags.NONE, now));
    mailbox.withoutFlags().forEach(uid -> add(batch -> batch.put(Schema.hotKey(id, uid), flags)));
    mailbox.withoutMessage().forEach(uid -> add(batch -> batch.delete(Schema.hotKey(id, uid))));
    UidSet given = commits.of(id, mailbox.uidNext(), mailbox.modSeq());
    UidSet unaccounted = mailbox.unaccounted(given);
    unaccounted.stream().forEach(uid -> lost.add(id, uid, Loss.MESSAGE));
    UidSet.Builder left = new UidSet.Builder().addAll(unaccounted);
    left.addAll(UidSet.of(mailbox.withoutMessage()));
    long uidNext = mailbox.uidNext();
    if (rowsLost && uidNext + UIDS_PASSED < UidSet.MAX_UID) {
      left.addRange(uidNext, uidNext + UIDS_PASSED - 1); // for those who saw them before
      uidNext += UIDS_PASSED;
    }
    UidSet gone = left.build();
    long expungedRows = mailbox.expungedRows();
    if (!gone.isEmpty()) {
      byte[] row = Codec.write(new ExpungedRow(Instant.now().getEpochSecond(), gone));
      add(batch -> batch.put(Schema.expungedKey(id, now, 0), row));
      expungedRows++;
    }
    MailboxRow counted =
        mailbox
            .mailbox()
            .changed(now, uidNext, mailbox.counted())
            .logged(mailbox.mailbox().horizon(), expungedRows);
    add(batch -> batch.put(Schema.mailboxKey(id), Codec.write(counted)));
    log(now, id, ChangeRow.Kind.MAILBOX, UidSet.EMPTY);
    if (!mailbox.withoutFlags().isEmpty()) {
      log(now, id, ChangeRow.Kind.FLAGS, UidSet.of(mailbox.withoutFlags()));
    }
    if (!gone.isEmpty()) {
      log(now, id, ChangeRow.Kind.EXPUNGED, gone);
    }
  }

  private void log(long now, long mailbox, ChangeRow.Kind kind, UidSet uids) {
    for (UidSet piece : UidSets.pieces(uids)) {
      byte[] line = Codec.write(new ChangeRow(mailbox, kind, piece));
      byte[] key = Schema.changeKey(now, lines++);
      add(batch -> batch.put(key, line));
    }
  }

  private void add(Consumer<Batch> change) {
    slice.add(change);
    if (slice.size() == SLICE) {
      commit();
    }
  }

  /** Every slice may be written again after a crash: the account's own row goes last. */
  private void commit() {
    if (!slice.isEmpty()) {
      try (Batch batch = partition.batch()) {
        slice.forEach(change -> change.accept(batch));
        batch.commit(Durability.BUFFERED);
      }
      slice.clear();
    }
  }

  // ---- mailboxes

  /** Those that are there, and where rows were lost those of which messages are left. */
  private List<MailboxRow> mailboxes(PartitionSnapshot rows) {
    List<MailboxRow> found = new ArrayList<>();
    rows.scan(
        Schema.mailboxes(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> read(key, value, found));
    if (rowsLost) {
      Set<Long> known = deleted(rows);
      found.forEach(row -> known.add(row.id()));
      for (long id : withMessages(rows)) {
        if (!known.contains(id)) {
          found.add(recovered(id, found));
          known.add(id);
        }
      }
      if (found.stream().noneMatch(row -> row.name().isInbox())) {
        found.add(created(above(known), MailboxName.INBOX, found));
      }
    }
    return found;
  }

  /** Mailboxes whose messages are there though they are not: deleted, retained or not. */
  private static Set<Long> deleted(PartitionSnapshot rows) {
    Set<Long> ids = new HashSet<>();
    for (KeyRange range : List.of(Schema.doomed(), Schema.gone())) {
      rows.scan(
          range,
          Order.ASCENDING,
          Integer.MAX_VALUE,
          (key, value) -> {
            ids.add(Schema.number(key));
            return true;
          });
    }
    return ids;
  }

  private static boolean read(ByteBuffer key, ByteBuffer value, List<MailboxRow> found) {
    try {
      found.add(Codec.readMailbox(key, value));
    } catch (DamagedRow e) {
      return true; // as if it were not there
    }
    return true;
  }

  private static Set<Long> withMessages(PartitionSnapshot rows) {
    Set<Long> ids = new TreeSet<>();
    for (KeyRange range : List.of(Schema.allHot(), Schema.allCold())) {
      KeyRange rest = range;
      long[] id = {0};
      while (id[0] >= 0) {
        id[0] = -1;
        rows.scan(
            rest,
            Order.ASCENDING,
            1,
            (key, value) -> {
              id[0] = Schema.number(key);
              return false;
            });
        if (id[0] >= 0) {
          ids.add(id[0]);
          rest = new KeyRange(Schema.behind(range, id[0]), range.to());
        }
      }
    }
    return ids;
  }

  private MailboxRow recovered(long id, List<MailboxRow> known) {
    return created(id, new MailboxName(List.of("Recovered " + account + "-" + id)), known);
  }

  private static MailboxRow created(long id, MailboxName name, List<MailboxRow> known) {
    long last = known.stream().mapToLong(MailboxRow::uidValidity).max().orElse(0);
    return MailboxRow.created(id, name, Optional.empty(), Mailboxes.uidValidity(last), 1);
  }

  private static long above(Set<Long> known) {
    return known.stream().mapToLong(id -> id).max().orElse(0) + 1;
  }
}
