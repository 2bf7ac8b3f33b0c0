package org.restante.mailstore.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineCapabilities;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mail.Change;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Retained.Usage;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.UidSets;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.view.ViewChange;
import org.restante.mailstore.view.Vocabulary;
import org.restante.message.Flags;
import org.restante.message.UidSet;
import org.restante.refusal.LimitReached;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.OverQuota;

/**
 * One commit on one account in the making: rows in the engine's batch, and beside it what memory,
 * views and watchers will be told once it is committed. For the holder of the account's lock.
 */
public final class Commit implements AutoCloseable {
  private static final int SPARE_OPERATIONS = 64;
  private static final int SPARE_OCTETS = 1 << 16;
  private static final int OCTETS_OF_UID = 20;

  private final OpenEngine home;
  private final AccountState state;
  private final Batch batch;
  private final Map<Long, MailboxRow> changed = new LinkedHashMap<>();
  private final Set<Long> dropped = new LinkedHashSet<>();
  private final Map<Long, List<ViewChange>> viewChanges = new LinkedHashMap<>();
  private final Map<Long, Vocabulary> vocabularies = new HashMap<>(1);
  private final Set<Word> words = new LinkedHashSet<>();
  private final long modSeq;
  private AccountRow account;
  private byte[] stored;
  private @Nullable Set<MailboxName> subscriptions;
  private Usage retained;
  private int logged;
  private long logBegin;

  Commit(OpenEngine home, AccountState state) {
    this.home = home;
    this.state = state;
    this.batch = state.partition().batch();
    this.account = state.row();
    this.retained = state.retained();
    this.stored = state.stored();
    this.logBegin = state.logBegin();
    this.modSeq = state.row().modSeq() + 1;
  }

  public AccountState state() {
    return state;
  }

  public MailStoreSettings settings() {
    return home.settings();
  }

  public EngineCapabilities capabilities() {
    return home.engine().capabilities();
  }

  public Views views() {
    return home.views();
  }

  public Batch batch() {
    return batch;
  }

  /** The MODSEQ of this commit. */
  public long modSeq() {
    return modSeq;
  }

  public AccountRow account() {
    return account;
  }

  public void account(AccountRow row) {
    account = row;
  }

  /** A mailbox as this commit has made it so far. */
  public MailboxRow mailbox(long id) {
    MailboxRow pending = changed.get(id);
    return pending != null ? pending : state.mailbox(id).row();
  }

  /** A mailbox of a name, as before this commit. */
  public MailboxRow mailbox(MailboxName name) {
    MailboxState found = state.mailboxes().find(name);
    if (found == null) {
      throw new NoSuchMailbox(name.toString());
    }
    return found.row();
  }

  /** Sets a mailbox's row. */
  public void mailbox(MailboxRow row) {
    changed.put(row.id(), row);
  }

  /** Removes a mailbox's row. */
  public void drop(long mailbox) {
    dropped.add(mailbox);
    batch.delete(Schema.mailboxKey(mailbox));
    log(mailbox, ChangeRow.Kind.DELETED, UidSet.EMPTY);
  }

  public void subscriptions(Set<MailboxName> names) {
    subscriptions = names;
  }

  /**
   * Uses more of the quota, or less: giving back is always possible.
   *
   * @throws OverQuota if there is not so much left
   */
  public void use(long octets, long messages) {
    QuotaLimits limits = state.limits();
    if (octets > 0 && octets > limits.octets() - account.octets()) {
      throw new OverQuota(OverQuota.Resource.STORAGE);
    }
    if (messages > 0 && messages > limits.messages() - account.messages()) {
      throw new OverQuota(OverQuota.Resource.MESSAGE);
    }
    account = account.using(octets, messages);
  }

  /** More is retained, or less. */
  public void retain(long octets, long messages) {
    retained = retained.plus(octets, messages);
  }

  /** Writes a line of the change log, and will give word of it; mailbox 0 is no mailbox. */
  public void log(long mailbox, ChangeRow.Kind kind, UidSet uids) {
    for (UidSet piece : UidSets.pieces(uids)) {
      batch.put(
          Schema.changeKey(modSeq, logged++), Codec.write(new ChangeRow(mailbox, kind, piece)));
    }
    if (mailbox != 0) {
      words.add(new Word(mailbox, word(kind)));
    }
  }

  /** Gives word of a mailbox, without a line in the log of its messages. */
  public void tell(long mailbox) {
    log(mailbox, ChangeRow.Kind.MAILBOX, UidSet.EMPTY);
  }

  /**
   * A message of a mailbox will have these keywords.
   *
   * @throws LimitReached if the mailbox would have too many different ones
   */
  public void keywords(long mailbox, Flags flags) {
    MailboxState before = flags.keywords().isEmpty() ? null : state.mailboxes().find(mailbox);
    if (before != null) { // what this commit creates has none yet
      vocabularies
          .computeIfAbsent(
              mailbox,
              id ->
                  new Vocabulary(home.views().latest(state, before), settings().mailboxKeywords()))
          .add(flags);
    }
  }

  /** Messages of a mailbox change. */
  public void messages(long mailbox, ViewChange change) {
    viewChanges.computeIfAbsent(mailbox, id -> new ArrayList<>(1)).add(change);
    switch (change) {
      case ViewChange.Arrived arrived -> log(mailbox, ChangeRow.Kind.ARRIVED, arrived.uids());
      case ViewChange.Reflagged flags -> log(mailbox, ChangeRow.Kind.FLAGS, flags.uids());
      case ViewChange.Left left -> log(mailbox, ChangeRow.Kind.EXPUNGED, left.uids());
    }
  }

  /**
   * Whether there is room for so many operations more, beside what every commit needs: the rows of
   * account and mailboxes, and the UIDs of all of its messages in two logs.
   */
  public boolean hasRoom(int operations) {
    EngineCapabilities limits = capabilities();
    long all = (long) batch.operations() + operations;
    return all <= limits.batchOperations() - SPARE_OPERATIONS
        && batch.octets() + SPARE_OCTETS + all * OCTETS_OF_UID <= limits.batchOctets();
  }

  /** Refuses what has no room in one commit, before it is put together. */
  public void expect(long operations) {
    if (operations > capabilities().batchOperations() - SPARE_OPERATIONS) {
      throw tooLarge();
    }
  }

  /** The same by octets of values, for those who read many of them. */
  public void expectOctets(long octets) {
    if (octets > capabilities().batchOctets() - SPARE_OCTETS) {
      throw tooLarge();
    }
  }

  /** Whether there is nothing to commit. */
  boolean isEmpty() {
    return batch.operations() == 0 && changed.isEmpty();
  }

  CommitResult commit(Durability durability) {
    changed.values().forEach(row -> batch.put(Schema.mailboxKey(row.id()), Codec.write(row)));
    boolean retains = !retained.equals(state.retained());
    if (retains) {
      batch.put(Schema.retainedUsageKey(), Retained.write(retained));
      if (logged == 0) {
        log(0, ChangeRow.Kind.MAILBOX, UidSet.EMPTY); // a MODSEQ without a line is a lost commit
      }
    }
    if (logged > 0 || retains) {
      account = account.at(state.writer(), modSeq);
      stored = Codec.write(account);
      batch.put(Schema.accountKey(), stored);
      trimLog();
    }
    EngineCapabilities limits = capabilities();
    if (!limits.exclusive()) {
      batch.guard(Schema.accountKey(), state.stored());
    }
    if (batch.operations() > limits.batchOperations() || batch.octets() > limits.batchOctets()) {
      throw tooLarge();
    }
    return batch.commit(durability);
  }

  private LimitReached tooLarge() {
    EngineCapabilities limits = capabilities();
    return new LimitReached(
        "too much for one commit, which has at most %d changes and %d octets: take fewer messages"
            .formatted(limits.batchOperations(), limits.batchOctets()));
  }

  /** The account's row as this commit wants it, to find out whether it was applied. */
  byte[] wanted() {
    return stored;
  }

  /** Moves memory on, and gives word. */
  void publish() {
    dropped.forEach(mailbox -> home.views().drop(state.mailbox(mailbox)));
    state.committed(account, stored);
    state.retained(retained);
    state.logBegin(logBegin);
    state.committed(changed.values(), dropped);
    if (subscriptions != null) {
      state.subscriptions(subscriptions);
    }
    for (MailboxRow row : changed.values()) {
      home.views()
          .advance(
              state.mailbox(row.id()),
              viewChanges.getOrDefault(row.id(), List.of()),
              modSeq,
              row.mailbox(state.id()));
    }
    home.totals().update(state.id().value(), state.share());
    if (!words.isEmpty()) {
      long now = System.nanoTime();
      home.watches().publish(state.id(), words.stream().map(word -> word.at(this, now)).toList());
    }
  }

  @Override
  public void close() {
    batch.close();
  }

  /** From where the log begins: ranges that have a part in common cost the engine too much. */
  private void trimLog() {
    long end = modSeq - settings().changeRows();
    if (modSeq % 256 == 0 && end > 0) {
      long begin = logBegin > 0 ? logBegin : firstLogged(end);
      if (begin < end) {
        batch.deleteRange(Schema.changesFrom(begin, end));
      }
      logBegin = Math.max(begin, end); // more lines may be kept than before
    }
  }

  /** The MODSEQ of the first line of the log below this end, or the end: passes removed rows. */
  private long firstLogged(long end) {
    long[] first = {end};
    state
        .partition()
        .scan(
            Schema.changesFrom(0, end),
            Order.ASCENDING,
            1,
            (key, value) -> {
              first[0] = Schema.number(key);
              return false;
            });
    return first[0];
  }

  private static Change.Kind word(ChangeRow.Kind kind) {
    return switch (kind) {
      case ARRIVED, FLAGS, EXPUNGED -> Change.Kind.MESSAGES;
      case MAILBOX -> Change.Kind.MAILBOX;
      case DELETED -> Change.Kind.DELETED;
    };
  }

  private record Word(long mailbox, Change.Kind kind) {
    Change at(Commit commit, long nanos) {
      return new Change(new MailboxRef(commit.state.id(), mailbox), kind, commit.modSeq, nanos);
    }
  }
}
