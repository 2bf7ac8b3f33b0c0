package org.restante.mailstore.mutation;

import java.util.List;
import org.restante.keyvalue.Batch;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;

/** Removes for good what was retained, a slice with each commit. */
public final class Purging {
  private Purging() {}

  /**
   * Removes the messages that were expunged first.
   *
   * @param before those expunged in this second, or later, stay
   * @return how many were removed; fewer than {@link RowPages#ROWS}: there are no more
   * @throws DamagedRow if a row can't be read; nothing is removed then
   */
  public static int messages(Commit commit, long before) {
    List<RowPages.Row> page =
        RowPages.page(commit.state().partition(), Schema.retainedBefore(before), RowPages.ROWS);
    page.forEach(row -> message(commit, row));
    return page.size();
  }

  /** From now on the mailbox is one whose messages {@link Removal} removes. */
  public static boolean mailbox(Commit commit, long mailbox) {
    byte[] key = Schema.goneKey(mailbox);
    byte[] stored = commit.state().partition().get(key);
    if (stored == null) {
      return false;
    }
    Counters counters = Retained.readMailbox(key, stored).row().counters();
    commit.retain(-counters.octets(), -counters.exists());
    commit.batch().delete(key).put(Schema.doomedKey(mailbox), Codec.empty());
    return true;
  }

  private static void message(Commit commit, RowPages.Row row) {
    Batch batch = commit.batch();
    batch.delete(row.octetsOfKey()).delete(Schema.structureKey(Schema.second(row.key())));
    StoredMessage message = Retained.readMessage(row.key(), row.value()).message();
    batch.unlink(message.blob(), message.messageId());
    commit.retain(-message.size(), -1);
  }
}
