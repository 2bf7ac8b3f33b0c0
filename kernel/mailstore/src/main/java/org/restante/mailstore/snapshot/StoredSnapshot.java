package org.restante.mailstore.snapshot;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailstore.account.Views.Reading;
import org.restante.mailstore.content.StoredContent;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.MessageRows;
import org.restante.mailstore.schema.Schema;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.mime.DamagedIndex;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimeIndexCodec;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.mime.UnknownIndexVersion;
import org.restante.refusal.DamagedMessage;
import org.restante.refusal.StoreUnavailable;

/** A snapshot over the engine's. */
public final class StoredSnapshot implements MailboxSnapshot {
  private static final int PIECE = 64 * 1024;

  private final KeyValueEngine engine;
  private final Reading reading;
  private final long mailbox;

  public StoredSnapshot(KeyValueEngine engine, Reading reading) {
    this.engine = engine;
    this.reading = reading;
    this.mailbox = reading.row().id();
  }

  @Override
  public MailboxView view() {
    return reading.view();
  }

  @Override
  public Optional<StoredMessage> message(long uid) {
    byte[] value = reading(() -> reading.snapshot().get(Schema.coldKey(mailbox, uid)));
    return value == null ? Optional.empty() : Optional.of(message(uid, ByteBuffer.wrap(value)));
  }

  @Override
  public void messages(UidSet uids, Predicate<StoredMessage> visitor) {
    UidSet present = reading.view().present(uids);
    reading(
        () -> {
          MessageRows.cold(
              reading.snapshot(),
              mailbox,
              present,
              (uid, value) -> visitor.test(message(uid, value)));
          return present;
        });
  }

  @Override
  public MimeIndex index(StoredMessage message) {
    byte[] stored = reading(() -> reading.snapshot().get(Schema.structureKey(message.messageId())));
    try {
      return stored == null ? indexAgain(message) : MimeIndexCodec.decode(stored);
    } catch (DamagedIndex | UnknownIndexVersion e) {
      return indexAgain(message);
    }
  }

  @Override
  public MessageContent content(StoredMessage message) {
    return StoredContent.open(engine.blobs(), message);
  }

  @Override
  public MailboxChanges changesSince(long modSeq) {
    UidSet changed = reading.view().changedAbove(modSeq);
    MailboxRow row = reading.row();
    if (modSeq < row.horizon()) {
      return new MailboxChanges.HistoryTrimmed(changed);
    }
    UidSet.Builder expunged = new UidSet.Builder();
    reading(
        () ->
            reading
                .snapshot()
                .scan(
                    Schema.expungedAbove(mailbox, modSeq),
                    Order.ASCENDING,
                    Integer.MAX_VALUE,
                    (key, value) -> {
                      expunged.addAll(Schema.readExpunged(value).uids());
                      return true;
                    }));
    return new MailboxChanges.Known(changed, expunged.build());
  }

  @Override
  public void close() {
    reading.snapshot().close();
  }

  private MimeIndex indexAgain(StoredMessage message) {
    MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
    byte[] piece = new byte[PIECE];
    try (MessageContent content = content(message)) {
      long position = 0;
      int count = content.read(0, piece, 0, PIECE);
      while (count > 0) {
        indexer.write(piece, 0, count);
        position += count;
        count = content.read(position, piece, 0, PIECE);
      }
    }
    return indexer.finish();
  }

  private static StoredMessage message(long uid, ByteBuffer value) {
    try {
      return Schema.readCold(uid, value);
    } catch (DamagedRow e) {
      throw new DamagedMessage("the row of UID " + uid + ": " + e.getMessage());
    }
  }

  private static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (EngineException e) {
      throw new StoreUnavailable("the snapshot can't be read: " + e.getMessage(), e);
    }
  }
}
