package org.restante.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobFigures;
import org.restante.blob.BlobId;
import org.restante.blob.NoSuchBlob;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.rocksdb.table.Changes;
import org.restante.rocksdb.table.RowReader;
import org.restante.rocksdb.table.Schema;
import org.restante.rocksdb.table.Schema.Table;
import org.restante.rocksdb.table.Span;
import org.restante.rocksdb.table.StoredContent;

/**
 * The part of one commit that links and unlinks contents, and writes the small ones that are still
 * in memory.
 *
 * <p>The locks of the contents are taken in the order of their names, and held until the write is
 * done. A lock is shared where the content is linked before and after, which is what letters to
 * many accounts at once need; it is exclusive where the content may be written or become or stop
 * being garbage.
 */
final class LinkCommit {
  private static final Optional<byte[]> KEPT = Optional.of(new byte[0]);

  private final Contents contents;
  private final long account;
  private final List<Target> targets = new ArrayList<>();
  private BlobFigures difference = new BlobFigures(0, 0, 0);

  /** A content of the commit: by owner, whether it is linked in the end. */
  private static final class Target {
    final Hold hold;
    final Map<Long, Optional<byte[]>> owners; // by owner, what the link says; empty: taken back
    boolean exclusive;
    long stamp;
    @Nullable StoredContent stored;

    Target(Hold hold, Map<Long, Optional<byte[]>> owners) {
      this.hold = hold;
      this.owners = owners;
      this.exclusive = owners.containsValue(Optional.<byte[]>empty()) || hold.pending() != null;
    }

    boolean linksAny() {
      return owners.values().stream().anyMatch(Optional::isPresent);
    }

    boolean mayShare() {
      return stored != null && stored.linked() && hold.pending() == null;
    }
  }

  LinkCommit(
      Contents contents, long account, SortedMap<BlobId, Map<Long, Optional<byte[]>>> links) {
    this.contents = contents;
    this.account = account;
    links.forEach((blob, owners) -> targets.add(new Target(contents.holds().take(blob), owners)));
  }

  /** Writes the changes of the commit and its links as one. */
  void write(Changes changes, boolean sync) {
    try {
      lock();
      targets.forEach(target -> add(target, changes));
      Ledger.write(changes, difference);
      contents.database().write(changes, sync);
      contents.ledger().add(difference);
      targets.forEach(LinkCommit::settle);
    } finally {
      unlock();
      targets.forEach(target -> contents.holds().give(target.hold));
    }
  }

  private void lock() {
    while (!lockOnce()) {
      unlock();
    }
  }

  /** Takes the locks; false where one must be exclusive that was thought to be shared. */
  private boolean lockOnce() {
    boolean right = true;
    for (Target target : targets) {
      target.stamp =
          target.exclusive ? target.hold.lock().writeLock() : target.hold.lock().readLock();
      target.stored = contents.find(target.hold.blob());
      if (!target.exclusive && !target.mayShare()) {
        target.exclusive = true;
        right = false;
      }
    }
    return right;
  }

  private void unlock() {
    for (Target target : targets) {
      if (target.stamp != 0) {
        target.hold.lock().unlock(target.stamp);
        target.stamp = 0;
      }
    }
  }

  private static void settle(Target target) {
    if (target.linksAny() && target.hold.pending() != null) {
      target.hold.pending(null);
    }
  }

  private void add(Target target, Changes changes) {
    BlobId blob = target.hold.blob();
    target.owners.forEach(
        (owner, about) -> {
          byte[] key = Schema.link(blob, account, owner);
          about.ifPresentOrElse(
              octets -> changes.put(Table.LINKS, key, octets),
              () -> changes.delete(Table.LINKS, key));
        });
    byte[] pending = target.hold.pending();
    if (target.stored != null) {
      if (pending != null) {
        requireSame(target.hold, target.stored, pending);
      }
      update(target, target.stored, changes);
    } else if (!target.linksAny()) {
      return;
    } else if (pending != null) {
      store(blob, pending, changes);
    } else {
      throw new NoSuchBlob(blob);
    }
  }

  private void requireSame(Hold hold, StoredContent stored, byte[] octets) {
    try (StoredOctets there = contents.octets(hold.blob(), stored)) {
      if (!there.has(0, octets, octets.length)) {
        throw Contents.nameTaken(hold.blob());
      }
    }
  }

  private void store(BlobId blob, byte[] octets, Changes changes) {
    contents.room().require(octets.length);
    long storage = contents.numbers().take();
    int chunk = contents.settings().chunk();
    StoredContent row = new StoredContent(storage, octets.length, chunk, contents.now(), 0, false);
    contents.putChunks(changes, storage, octets);
    changes.put(Table.CONTENTS, blob.octets(), row.encode());
    difference = Ledger.sum(difference, new BlobFigures(1, octets.length, 0));
  }

  private void update(Target target, StoredContent stored, Changes changes) {
    BlobId blob = target.hold.blob();
    boolean linked = target.linksAny() || (stored.linked() && hasOtherLinks(target));
    if (stored.linked() && !linked) {
      long now = contents.now();
      changes
          .put(Table.CONTENTS, blob.octets(), stored.asGarbage(now).encode())
          .put(Table.GARBAGE, Schema.garbage(now, blob), new byte[0]);
      difference = Ledger.sum(difference, new BlobFigures(0, 0, stored.octets()));
    } else if (!stored.linked() && linked) {
      changes
          .put(Table.CONTENTS, blob.octets(), stored.asLinked().encode())
          .delete(Table.GARBAGE, Schema.garbage(stored.garbageSince(), blob));
      difference = Ledger.sum(difference, new BlobFigures(0, 0, -stored.octets()));
    }
  }

  /** Whether there is a link that this commit does not take back. */
  private boolean hasOtherLinks(Target target) {
    BlobId blob = target.hold.blob();
    byte[] from = Schema.link(blob, 0, 0);
    int enough = target.owners.size() + 1;
    Span span = new Span(Table.LINKS, from, Schema.linksEnd(blob), Order.ASCENDING, enough);
    boolean[] other = new boolean[1];
    contents
        .database()
        .scan(
            span,
            null,
            (key, value) -> {
              other[0] = !takenBack(target, RowReader.copy(key));
              return !other[0];
            });
    return other[0];
  }

  private boolean takenBack(Target target, byte[] key) {
    return Schema.linkAccount(key) == account
        && target.owners.getOrDefault(Schema.linkOwner(key), KEPT).isEmpty();
  }
}
