package org.restante.mailstore.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailbox.Mailbox;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.StoredView;
import org.restante.mailstore.view.ViewBuilder;
import org.restante.mailstore.view.ViewChange;
import org.restante.refusal.NoSuchMailbox;

/**
 * The views that somebody wanted lately, within a budget of memory. A cached view is always the
 * latest: the writer moves it on, and a view that was built from a snapshot gets in only while its
 * account's lock is held and nothing has happened since.
 */
public final class Views {
  private static final int PAGE = 65_536;
  private static final int TRIES = 4;

  private final Cache<MailboxState, StoredView> cache;

  Views(long budget) {
    cache =
        Caffeine.newBuilder()
            .maximumWeight(budget)
            .weigher(
                (MailboxState mailbox, StoredView view) ->
                    (int) Math.min(Integer.MAX_VALUE, view.weight()))
            .executor(Runnable::run)
            .build();
  }

  /** Octets of all cached views, about. */
  public long weight() {
    return cache.policy().eviction().map(e -> e.weightedSize().orElse(0)).orElse(0L);
  }

  /** The latest view if somebody has wanted it lately. */
  public @Nullable StoredView cached(MailboxState mailbox) {
    return cache.getIfPresent(mailbox);
  }

  /** The latest view. */
  public StoredView view(AccountSlot slot, MailboxState mailbox) {
    StoredView known = cache.getIfPresent(mailbox);
    if (known != null) {
      return known;
    }
    Reading built = build(slot, mailbox);
    built.snapshot().close();
    return built.view();
  }

  /** A snapshot of the rows, and the view of exactly that instant. */
  public Reading read(AccountSlot slot, MailboxState mailbox) {
    for (int i = 0; i < TRIES; i++) {
      StoredView known = cache.getIfPresent(mailbox);
      if (known == null) {
        return build(slot, mailbox);
      }
      Reading reading = matching(slot.state(), mailbox, known);
      if (reading != null) {
        return reading;
      }
    }
    // a commit was just being published each time: wait for the writer
    slot.lock().lock();
    try {
      return buildLocked(slot.locked(), mailbox);
    } finally {
      slot.lock().unlock();
    }
  }

  private static @Nullable Reading matching(
      AccountState account, MailboxState mailbox, StoredView view) {
    PartitionSnapshot snapshot = account.partition().snapshot();
    boolean kept = false;
    try {
      MailboxRow row = row(snapshot, mailbox.row().id());
      if (row == null) {
        throw new NoSuchMailbox(String.valueOf(mailbox.row().id()));
      }
      kept = row.highestModSeq() == view.mailbox().highestModSeq();
      return kept ? new Reading(view, row, snapshot) : null;
    } finally {
      if (!kept) {
        snapshot.close();
      }
    }
  }

  private Reading build(AccountSlot slot, MailboxState mailbox) {
    ReentrantLock loading = mailbox.loading();
    loading.lock();
    try {
      StoredView known = cache.getIfPresent(mailbox);
      Reading reading = known == null ? null : matching(slot.state(), mailbox, known);
      if (reading == null) {
        reading = build(slot.state().id(), slot.state().partition(), mailbox.row().id());
        if (!published(slot, mailbox, reading)) {
          // written to while it was built; once more, with the writer waiting, so that it gets
          // cached
          slot.lock().lock();
          try {
            reading = buildLocked(slot.locked(), mailbox);
          } finally {
            slot.lock().unlock();
          }
        }
      }
      return reading;
    } finally {
      loading.unlock();
    }
  }

  /** Whether the view is the latest one, and cached; where it is not, its snapshot is closed. */
  private boolean published(AccountSlot slot, MailboxState mailbox, Reading reading) {
    boolean latest = false;
    try {
      latest = publish(slot, mailbox, reading);
      return latest;
    } finally {
      if (!latest) {
        reading.snapshot().close();
      }
    }
  }

  private boolean publish(AccountSlot slot, MailboxState mailbox, Reading reading) {
    slot.lock().lock();
    try {
      boolean latest =
          slot.state().mailboxes().find(reading.row().id()) == mailbox
              && mailbox.row().highestModSeq() == reading.row().highestModSeq();
      if (latest) {
        cache.put(mailbox, reading.view());
      }
      return latest;
    } finally {
      slot.lock().unlock();
    }
  }

  /** The latest view, for the holder of the account's lock. */
  StoredView latest(AccountState account, MailboxState mailbox) {
    StoredView known = cache.getIfPresent(mailbox);
    if (known != null) {
      return known;
    }
    Reading built = buildLocked(account, mailbox);
    built.snapshot().close();
    return built.view();
  }

  private Reading buildLocked(AccountState account, MailboxState mailbox) {
    Reading reading = build(account.id(), account.partition(), mailbox.row().id());
    if (account.mailboxes().find(reading.row().id()) == mailbox) {
      cache.put(mailbox, reading.view());
    }
    return reading;
  }

  /** The writer has committed; a view that nobody has is left alone. */
  void advance(MailboxState mailbox, List<ViewChange> changes, long modSeq, Mailbox now) {
    cache
        .asMap()
        .computeIfPresent(
            mailbox, (key, view) -> view.overgrown() ? null : view.after(changes, modSeq, now));
  }

  void drop(MailboxTable mailboxes) {
    cache.invalidateAll(mailboxes.all());
  }

  void drop(MailboxState mailbox) {
    cache.invalidate(mailbox);
  }

  private static Reading build(AccountId account, Partition partition, long mailbox) {
    PartitionSnapshot snapshot = partition.snapshot();
    try {
      MailboxRow row = row(snapshot, mailbox);
      if (row == null) {
        throw new NoSuchMailbox(String.valueOf(mailbox));
      }
      ViewBuilder builder = new ViewBuilder();
      scan(snapshot, mailbox, builder);
      return new Reading(builder.build(row.mailbox(account)), row, snapshot);
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private static void scan(PartitionReader reader, long mailbox, ViewBuilder builder) {
    KeyRange rest = Schema.hot(mailbox);
    long[] last = {0};
    int visited = PAGE;
    while (visited == PAGE) {
      visited =
          reader.scan(
              rest,
              Order.ASCENDING,
              PAGE,
              (key, value) -> {
                HotRow row = Codec.readHot(value);
                last[0] = Schema.second(key);
                builder.add(last[0], row.modSeq(), row.flags());
                return true;
              });
      rest = rest.after(Schema.hotKey(mailbox, last[0]));
    }
  }

  private static @Nullable MailboxRow row(PartitionReader reader, long mailbox) {
    byte[] key = Schema.mailboxKey(mailbox);
    byte[] value = reader.get(key);
    return value == null ? null : Codec.readMailbox(ByteBuffer.wrap(key), ByteBuffer.wrap(value));
  }

  /** A view and the rows it was made of. Close the snapshot. */
  public record Reading(StoredView view, MailboxRow row, PartitionSnapshot snapshot) {}
}
