package org.restante.mailstore.view;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxView;
import org.restante.mailbox.ViewDifference;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** The view in chunks. */
public final class StoredView implements MailboxView {
  private static final long OVERHEAD = 300;
  private static final long FLAGS_OVERHEAD = 200;

  private final Mailbox mailbox;
  private final Chunk[] chunks;
  private final int[] starts;
  private final long[] lasts;
  private final int exists;
  private final long weight;
  private final FlagTable table;
  private final BitSet usedFlags = new BitSet();
  private volatile @Nullable List<String> keywords;

  StoredView(Mailbox mailbox, Chunk[] chunks, FlagTable table) {
    this.mailbox = mailbox;
    this.chunks = chunks;
    this.table = table;
    this.starts = new int[chunks.length];
    this.lasts = new long[chunks.length];
    int size = 0;
    long octets = 0;
    for (int i = 0; i < chunks.length; i++) {
      octets += chunks[i].weight();
      starts[i] = size;
      lasts[i] = chunks[i].last();
      size += chunks[i].size();
      for (int number : chunks[i].usedFlags()) {
        usedFlags.set(number);
      }
    }
    this.exists = size;
    this.weight = octets;
  }

  /** This view after the changes of one commit. */
  public StoredView after(List<ViewChange> changes, long modSeq, Mailbox newMailbox) {
    ViewAdvance advance = new ViewAdvance(table, modSeq);
    Chunk[] changed = chunks;
    for (ViewChange change : changes) {
      changed = advance.apply(changed, change);
    }
    return new StoredView(newMailbox, changed, table);
  }

  /** Octets in memory, about; what is shared with other views counts in each. */
  public long weight() {
    return weight + OVERHEAD + FLAGS_OVERHEAD * table.size();
  }

  /**
   * Whether its table of flags has grown out of proportion, by sets of flags that no message has
   * any more: then a view that is built anew is smaller.
   */
  public boolean overgrown() {
    return table.size() > 1_024 + exists;
  }

  @Override
  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public int exists() {
    return exists;
  }

  @Override
  public long uid(int index) {
    int chunk = chunkAt(index);
    return chunks[chunk].uid(index - starts[chunk]);
  }

  @Override
  public int indexOf(long uid) {
    int chunk = chunkOf(uid);
    if (chunk == chunks.length) {
      return -exists - 1;
    }
    int at = chunks[chunk].indexOf(uid);
    return at >= 0 ? starts[chunk] + at : at - starts[chunk];
  }

  @Override
  public Flags flags(int index) {
    int chunk = chunkAt(index);
    return table.get(chunks[chunk].flags(index - starts[chunk]));
  }

  @Override
  public long modSeq(int index) {
    int chunk = chunkAt(index);
    return chunks[chunk].modSeq(index - starts[chunk]);
  }

  @Override
  public OptionalInt firstUnseen() {
    if (usedFlags.stream().allMatch(number -> table.get(number).has(SystemFlag.SEEN))) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < chunks.length; i++) {
      int at = chunks[i].firstUnseen(table);
      if (at >= 0) {
        return OptionalInt.of(starts[i] + at);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public UidSet present(UidSet uids) {
    UidSet.Builder present = new UidSet.Builder();
    for (int range = 0; range < uids.ranges(); range++) {
      collect(present, uids.first(range), uids.last(range));
    }
    return present.build();
  }

  private void collect(UidSet.Builder into, long first, long last) {
    for (int i = chunkOf(first); i < chunks.length && chunks[i].first() <= last; i++) {
      int from = chunks[i].indexOf(first);
      int to = chunks[i].indexOf(last);
      chunks[i].collect(into, from < 0 ? -from - 1 : from, to < 0 ? -to - 1 : to + 1);
    }
  }

  /** Messages whose MODSEQ is above; chunks without one are skipped. */
  public UidSet changedAbove(long modSeq) {
    UidSet.Builder changed = new UidSet.Builder();
    for (Chunk chunk : chunks) {
      if (chunk.highestModSeq() > modSeq) {
        chunk.changedAbove(modSeq, 0, Long.MAX_VALUE, changed);
      }
    }
    return changed.build();
  }

  /** The same, of candidates only: costs what they are. */
  public UidSet changedAbove(long modSeq, UidSet candidates) {
    UidSet.Builder changed = new UidSet.Builder();
    for (int range = 0; range < candidates.ranges(); range++) {
      long first = candidates.first(range);
      long last = candidates.last(range);
      for (int i = chunkOf(first); i < chunks.length && chunks[i].first() <= last; i++) {
        chunks[i].changedAbove(modSeq, first, last, changed);
      }
    }
    return changed.build();
  }

  @Override
  public List<String> keywords() {
    List<String> known = keywords;
    if (known == null) {
      TreeMap<String, String> byFoldedText = new TreeMap<>();
      usedFlags.stream()
          .mapToObj(table::get)
          .flatMap(flags -> flags.keywords().stream())
          .forEach(text -> byFoldedText.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
      known = List.copyOf(byFoldedText.values());
      keywords = known;
    }
    return known;
  }

  @Override
  public ViewDifference since(MailboxView older) {
    ViewComparison comparison = new ViewComparison();
    if (older instanceof StoredView stored) {
      comparison.compare(stored.chunks, chunks);
    } else {
      comparison.compare(older, this);
    }
    return comparison.difference();
  }

  private int chunkAt(int index) {
    if (index < 0 || index >= exists) {
      throw new IndexOutOfBoundsException("no message " + index + " of " + exists);
    }
    int at = Arrays.binarySearch(starts, index);
    return at >= 0 ? at : -at - 2;
  }

  /** The first chunk that ends at or behind the UID. */
  private int chunkOf(long uid) {
    int at = Arrays.binarySearch(lasts, uid);
    return at >= 0 ? at : -at - 1;
  }
}
