package org.restante.mailstore.view;

import org.restante.mailbox.Mailbox;
import org.restante.message.Flags;

/** Makes a view out of messages by ascending UID. */
public final class ViewBuilder {
  private final FlagTable table = new FlagTable();
  private final ChunkBuilder chunks = new ChunkBuilder();
  private Flags lastFlags = Flags.NONE;
  private int lastNumber = table.number(Flags.NONE);

  /** Adds a message. */
  public void add(long uid, long modSeq, Flags flags) {
    if (!flags.equals(lastFlags)) {
      lastFlags = flags;
      lastNumber = table.number(flags);
    }
    chunks.add(uid, modSeq, lastNumber);
  }

  /** The view. */
  public StoredView build(Mailbox mailbox) {
    return new StoredView(mailbox, Chunks.NONE.with(chunks.build()), table);
  }
}
