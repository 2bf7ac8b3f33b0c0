package org.restante.mailstore.snapshot;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.message.UidSet;

/** The pages of a set of messages, each read while somebody looks at the one before. */
final class RowPages implements AutoCloseable {
  private static final int PAGE = 256;

  private final PrimitiveIterator.OfLong uids;
  private final Function<UidSet, RowPage> read;
  private @Nullable Ahead<RowPage> ahead;

  RowPages(UidSet uids, Function<UidSet, RowPage> read) {
    this.uids = uids.iterator();
    this.read = read;
  }

  boolean hasNext() {
    return ahead != null || uids.hasNext();
  }

  RowPage next() {
    RowPage page = ahead == null ? read.apply(some(UidSet.EMPTY)) : ahead.take();
    ahead = null;
    if (uids.hasNext() || !page.rest().isEmpty()) {
      UidSet following = some(page.rest());
      ahead = new Ahead<>(() -> read.apply(following));
      Ahead.start(List.of(ahead));
    }
    return page;
  }

  /** As many as make a page: these first, then others. */
  private UidSet some(UidSet first) {
    UidSet.Builder some = new UidSet.Builder();
    first.stream().forEach(some::add);
    for (long count = first.count(); count < PAGE && uids.hasNext(); count++) {
      some.add(uids.nextLong());
    }
    return some.build();
  }

  /** Nothing reads any more afterwards. */
  @Override
  public void close() {
    if (ahead != null) {
      ahead.drop(page -> {});
      ahead = null;
    }
  }
}
