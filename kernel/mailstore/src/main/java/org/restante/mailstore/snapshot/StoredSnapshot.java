package org.restante.mailstore.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.account.Views.Reading;
import org.restante.mailstore.content.StoredContent;
import org.restante.mailstore.row.MessageRows;
import org.restante.mailstore.row.StructureRows;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.view.StoredView;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.mime.MimeIndex;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.mime.stored.StoredIndex;
import org.restante.refusal.DamagedMessage;
import org.restante.refusal.StoreUnavailable;

/**
 * A snapshot over the engine's. Where its engine goes, it goes on with the rows of the next one:
 * its view stays as it was, and what others expunged meanwhile is not there.
 */
public final class StoredSnapshot implements MailboxSnapshot {
  private static final int PIECE = 64 * 1024;
  private static final int PAGE = 128;

  private final EngineGate gate;
  private final StoredView view;
  private final MailboxRow row;
  private final long mailbox;
  private PartitionSnapshot rows;

  public StoredSnapshot(EngineGate gate, Reading reading) {
    this.gate = gate;
    this.view = reading.view();
    this.row = reading.row();
    this.rows = reading.snapshot();
    this.mailbox = row.id();
  }

  @Override
  public MailboxView view() {
    return view;
  }

  @Override
  public Optional<StoredMessage> message(long uid) {
    byte[] value = reading(from -> from.get(Schema.coldKey(mailbox, uid)));
    return value == null ? Optional.empty() : Optional.of(message(uid, ByteBuffer.wrap(value)));
  }

  @Override
  public void messages(UidSet uids, Predicate<StoredMessage> visitor) {
    UidSet present = view.present(uids);
    AtomicLong visited = new AtomicLong();
    reading(
        from -> {
          MessageRows.cold(
              from,
              mailbox,
              present.intersect(UidSet.range(visited.get() + 1, UidSet.MAX_UID)),
              (uid, value) -> {
                visited.set(uid);
                return visitor.test(message(uid, value));
              });
          return present;
        });
  }

  @Override
  public void indexed(UidSet uids, BiPredicate<StoredMessage, StoredIndex> visitor) {
    List<StoredMessage> page = new ArrayList<>(PAGE);
    AtomicBoolean goOn = new AtomicBoolean(true);
    messages(
        uids,
        message -> {
          page.add(message);
          if (page.size() == PAGE) {
            goOn.set(visit(page, visitor));
            page.clear();
          }
          return goOn.get();
        });
    if (goOn.get()) {
      visit(page, visitor);
    }
  }

  private boolean visit(List<StoredMessage> page, BiPredicate<StoredMessage, StoredIndex> visitor) {
    long[] messages = page.stream().mapToLong(StoredMessage::messageId).toArray();
    List<byte @Nullable []> stored = reading(from -> StructureRows.read(from, messages));
    for (int i = 0; i < page.size(); i++) {
      StoredMessage message = page.get(i);
      if (!visitor.test(message, new StoredIndex(stored.get(i), () -> indexAgain(message)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public MimeIndex index(StoredMessage message) {
    byte[] stored = reading(from -> from.get(Schema.structureKey(message.messageId())));
    return new StoredIndex(stored, () -> indexAgain(message)).index();
  }

  @Override
  public MessageContent content(StoredMessage message) {
    return StoredContent.open(gate, message);
  }

  @Override
  public MailboxChanges changesSince(long modSeq) {
    try { // of this instant only: the next engine's history may be another one
      return new ChangesAbove(rows, view).find(modSeq, row.horizon());
    } catch (EngineException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    rows.close();
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
      return Codec.readCold(uid, value);
    } catch (DamagedRow e) {
      throw new DamagedMessage("the row of UID " + uid + ": " + e.getMessage());
    }
  }

  private <T extends @Nullable Object> T reading(Function<PartitionReader, T> read) {
    try {
      return read.apply(rows);
    } catch (EngineUnavailable e) {
      return gate.call(open -> readingOn(open, read));
    } catch (EngineException e) {
      throw unreadable(e);
    }
  }

  private <T extends @Nullable Object> T readingOn(
      OpenEngine open, Function<PartitionReader, T> read) {
    PartitionSnapshot next =
        open.engine().partition(view.mailbox().ref().account().value()).snapshot();
    rows.close();
    rows = next;
    return read.apply(next);
  }

  private static StoreUnavailable unreadable(EngineException e) {
    return new StoreUnavailable("the snapshot can't be read: " + e.getMessage(), e);
  }
}
