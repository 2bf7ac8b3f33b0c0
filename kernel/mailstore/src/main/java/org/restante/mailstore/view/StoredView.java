package org.restante.mailstore.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private final Mailbox mailbox;
  private final Chunks chunks;
  private final FlagTable table;
  private volatile @Nullable List<String> keywords;

  StoredView(Mailbox mailbox, Chunks chunks, FlagTable table) {
    this.mailbox = mailbox;
    this.chunks = chunks;
    this.table = table;
  }

  /** This view after the changes of one commit. */
  public StoredView after(List<ViewChange> changes, long modSeq, Mailbox newMailbox) {
    ViewAdvance advance = new ViewAdvance(table, modSeq);
    Chunks changed = chunks;
    for (ViewChange change : changes) {
      changed = advance.apply(changed, change);
    }
    return new StoredView(newMailbox, changed, table);
  }

  /** Octets in memory, about; what is shared with other views counts in each. */
  public long weight() {
    return chunks.weight() + OVERHEAD + table.weight();
  }

  /**
   * Whether its table of flags has grown out of proportion, by sets of flags that no message has
   * any more: then a view that is built anew is smaller.
   */
  public boolean overgrown() {
    return table.size() > 1_024 + exists();
  }

  @Override
  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public int exists() {
    return chunks.exists();
  }

  @Override
  public long uid(int index) {
    int chunk = chunks.at(index);
    return chunks.get(chunk).uid(index - chunks.start(chunk));
  }

  @Override
  public int indexOf(long uid) {
    int chunk = chunks.of(uid);
    if (chunk == chunks.count()) {
      return -exists() - 1;
    }
    int at = chunks.get(chunk).indexOf(uid);
    return at >= 0 ? chunks.start(chunk) + at : at - chunks.start(chunk);
  }

  @Override
  public Flags flags(int index) {
    int chunk = chunks.at(index);
    return table.get(chunks.get(chunk).flags(index - chunks.start(chunk)));
  }

  @Override
  public long modSeq(int index) {
    int chunk = chunks.at(index);
    return chunks.get(chunk).modSeq(index - chunks.start(chunk));
  }

  @Override
  public OptionalInt firstUnseen() {
    if (chunks.usedFlags().allMatch(number -> table.get(number).has(SystemFlag.SEEN))) {
      return OptionalInt.empty();
    }
    for (int i = 0; i < chunks.count(); i++) {
      int at = chunks.get(i).firstUnseen(table);
      if (at >= 0) {
        return OptionalInt.of(chunks.start(i) + at);
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
    for (int i = chunks.of(first); i < chunks.count(); i++) {
      Chunk chunk = chunks.get(i);
      if (chunk.first() > last) {
        return;
      }
      int from = chunk.indexOf(first);
      int to = chunk.indexOf(last);
      chunk.collect(into, from < 0 ? -from - 1 : from, to < 0 ? -to - 1 : to + 1);
    }
  }

  /** Messages whose MODSEQ is above; what is not above is skipped in runs. */
  public UidSet changedAbove(long modSeq) {
    UidSet.Builder changed = new UidSet.Builder();
    for (int i = 0; i < chunks.count(); i++) {
      if (chunks.highestModSeq(i) > modSeq) {
        chunks.get(i).changedAbove(modSeq, changed);
      }
    }
    return changed.build();
  }

  @Override
  public List<String> keywords() {
    List<String> known = keywords;
    if (known == null) {
      TreeMap<String, String> byFoldedText = new TreeMap<>();
      texts().forEach(text -> byFoldedText.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
      known = List.copyOf(byFoldedText.values());
      keywords = known;
    }
    return known;
  }

  /** The texts of all keywords in use, in the order of the sets that have them. */
  Set<String> texts() {
    return chunks
        .usedFlags()
        .mapToObj(table::get)
        .flatMap(flags -> flags.keywords().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Not less than there are texts of keywords in use. */
  int mostTexts() {
    return table.keywords();
  }

  /** Whether a keyword is in use in this case, or was. */
  boolean knows(String keyword) {
    return table.knows(keyword);
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
}
