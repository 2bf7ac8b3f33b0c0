package org.restante.mailstore.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.meter.Share;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Retained.Usage;
import org.restante.mailstore.schema.Schema;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.NoSuchMailbox;

/**
 * An account in memory. Read by anybody; moved on by the account's one writer, field by field after
 * a commit, so a reader sees each mailbox at one instant, though not all of them at the same one.
 */
public final class AccountState {
  private final AccountId id;
  private final Partition partition;
  private final long writer = ThreadLocalRandom.current().nextLong();
  private volatile byte[] stored;
  private volatile AccountRow row;
  private volatile MailboxTable mailboxes;
  private volatile Set<MailboxName> subscriptions;
  private volatile QuotaLimits limits;
  private volatile Usage retained;
  private long unread;
  private long period = -1;
  private long logBegin;

  private AccountState(
      AccountId id, Partition partition, QuotaLimits limits, PartitionReader from) {
    byte[] octets = from.get(Schema.accountKey());
    if (octets == null) {
      throw new NoSuchAccount(String.valueOf(id.value()));
    }
    this.id = id;
    this.partition = partition;
    this.limits = limits;
    this.stored = octets;
    this.row = Codec.readAccount(octets);
    this.retained = readRetained(from);
    this.mailboxes = new MailboxTable(readMailboxes(from));
    this.subscriptions = readSubscriptions(from);
    this.unread = mailboxes.all().stream().mapToLong(m -> m.row().counters().unseen()).sum();
  }

  /** Reads an account's rows. */
  static AccountState load(AccountId id, Partition partition, QuotaLimits limits) {
    try (PartitionSnapshot snapshot = partition.snapshot()) {
      return new AccountState(id, partition, limits, snapshot);
    }
  }

  public AccountId id() {
    return id;
  }

  public Partition partition() {
    return partition;
  }

  public AccountRow row() {
    return row;
  }

  public MailboxTable mailboxes() {
    return mailboxes;
  }

  public Set<MailboxName> subscriptions() {
    return subscriptions;
  }

  public QuotaLimits limits() {
    return limits;
  }

  /** What is retained of removed messages and mailboxes. */
  public Usage retained() {
    return retained;
  }

  /** The mailbox of this id. */
  public MailboxState mailbox(long mailbox) {
    MailboxState found = mailboxes.find(mailbox);
    if (found == null) {
      throw new NoSuchMailbox(id.value() + "/" + mailbox);
    }
    return found;
  }

  /** What the account adds to the totals. */
  public Share share() {
    AccountRow now = row;
    return new Share(
        true, now.octets(), now.messages(), retained, mailboxes.size(), unread, limits);
  }

  /** The account's row as it is in the engine as far as this state knows. */
  byte[] stored() {
    return stored;
  }

  /** Whether nobody else has committed since. */
  boolean isCurrent() {
    return Arrays.equals(stored, partition.get(Schema.accountKey()));
  }

  long writer() {
    return writer;
  }

  /** Whether a delivery is the first one that is made in this period; for the account's writer. */
  public boolean isFirstOfPeriod(long current) {
    boolean first = period != current;
    period = current;
    return first;
  }

  /** No line of the change log is below this MODSEQ; 0 while nobody has looked. For the writer. */
  long logBegin() {
    return logBegin;
  }

  void logBegin(long modSeq) {
    logBegin = modSeq;
  }

  void limits(QuotaLimits newLimits) {
    limits = newLimits;
  }

  void subscriptions(Set<MailboxName> newSubscriptions) {
    subscriptions = newSubscriptions;
  }

  void retained(Usage newRetained) {
    retained = newRetained;
  }

  void committed(AccountRow newRow, byte[] newStored) {
    stored = newStored;
    row = newRow;
  }

  /** Takes over the rows of a commit. */
  void committed(Collection<MailboxRow> changed, Set<Long> dropped) {
    boolean renamed = !dropped.isEmpty();
    List<MailboxState> added = new ArrayList<>();
    for (MailboxRow newer : changed) {
      MailboxState known = mailboxes.find(newer.id());
      long before = 0;
      if (known == null) {
        added.add(new MailboxState(newer));
      } else {
        renamed |= !known.row().name().equals(newer.name());
        before = known.row().counters().unseen();
        known.row(newer);
      }
      unread += newer.counters().unseen() - before;
    }
    if (renamed || !added.isEmpty()) {
      rebuild(added, dropped);
    }
  }

  private void rebuild(List<MailboxState> added, Set<Long> dropped) {
    List<MailboxState> all = new ArrayList<>(added);
    for (MailboxState mailbox : mailboxes.all()) {
      if (dropped.contains(mailbox.row().id())) {
        unread -= mailbox.row().counters().unseen();
      } else {
        all.add(mailbox);
      }
    }
    mailboxes = new MailboxTable(all);
  }

  private static Usage readRetained(PartitionReader reader) {
    byte[] row = reader.get(Schema.retainedUsageKey());
    return row == null ? Usage.NONE : Retained.readUsage(row);
  }

  private static List<MailboxState> readMailboxes(PartitionReader reader) {
    List<MailboxState> found = new ArrayList<>();
    reader.scan(
        Schema.mailboxes(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> found.add(new MailboxState(Codec.readMailbox(key, value))));
    return found;
  }

  private static Set<MailboxName> readSubscriptions(PartitionReader reader) {
    TreeSet<MailboxName> found = new TreeSet<>();
    reader.scan(
        Schema.subscribed(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> found.add(Codec.readSubscribed(key)));
    return java.util.Collections.unmodifiableSet(found);
  }
}
