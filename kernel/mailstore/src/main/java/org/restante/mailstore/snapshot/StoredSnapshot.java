package org.restante.mailstore.snapshot;

import java.nio.ByteBuffer;
import java.util.Optional;
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
import org.restante.refusal.StoreUnavailable;

/**
 * A snapshot over the engine's. Where its engine goes, it goes on with the rows of the next one:
 * its view stays as it was, and what others expunged meanwhile is not there.
 */
public final class StoredSnapshot implements MailboxSnapshot {
  private static final int PIECE = 64 * 1024;

  private final EngineGate gate;
  private final StoredView view;
  private final MailboxRow row;
  private final long mailbox;
  private final ReadAheadMemory readAhead;
  private volatile PartitionSnapshot rows;
  private ContentsAhead contents;

  /** Sees a message of a page. */
  @FunctionalInterface
  private interface RowVisitor {
    boolean visit(RowPage page, int at);
  }

  /**
   * Of what was read.
   *
   * @param readAhead memory for what will probably be asked for next
   */
  public StoredSnapshot(EngineGate gate, Reading reading, ReadAheadMemory readAhead) {
    this.gate = gate;
    this.readAhead = readAhead;
    this.view = reading.view();
    this.row = reading.row();
    this.rows = reading.snapshot();
    this.mailbox = row.id();
    this.contents = new ContentsAhead(readAhead, this::opened);
  }

  @Override
  public MailboxView view() {
    return view;
  }

  @Override
  public Optional<StoredMessage> message(long uid) {
    byte[] row = reading(from -> from.get(Schema.coldKey(mailbox, uid)));
    return row == null ? Optional.empty() : Optional.of(RowPage.message(uid, ByteBuffer.wrap(row)));
  }

  @Override
  public void messages(UidSet uids, Predicate<StoredMessage> visitor) {
    visit(uids, this::cold, (page, at) -> visitor.test(page.messages().get(at)));
  }

  @Override
  public void indexed(UidSet uids, BiPredicate<StoredMessage, StoredIndex> visitor) {
    visit(
        uids,
        this::indexed,
        (page, at) -> {
          StoredMessage message = page.messages().get(at);
          byte[] structure = page.structures().get(at);
          return visitor.test(message, new StoredIndex(structure, () -> indexAgain(message)));
        });
  }

  private void visit(UidSet uids, Function<UidSet, RowPage> read, RowVisitor visitor) {
    ContentsAhead outer = contents;
    try (RowPages pages = new RowPages(view.present(uids), read);
        ContentsAhead ahead = new ContentsAhead(readAhead, this::opened)) {
      contents = ahead;
      boolean goOn = true;
      while (goOn && pages.hasNext()) {
        goOn = visit(pages.next(), ahead, visitor);
      }
    } finally {
      contents = outer;
    }
  }

  private static boolean visit(RowPage page, ContentsAhead ahead, RowVisitor visitor) {
    ahead.begin(page.messages());
    for (int at = 0; at < page.messages().size(); at++) {
      ahead.visiting(at);
      if (!visitor.visit(page, at)) {
        return false;
      }
      ahead.visited();
    }
    page.requireWhole();
    return true;
  }

  private RowPage cold(UidSet uids) {
    return reading(from -> RowPage.read(from, mailbox, uids));
  }

  private RowPage indexed(UidSet uids) {
    return reading(from -> RowPage.read(from, mailbox, uids).withStructures(from, uids));
  }

  @Override
  public MimeIndex index(StoredMessage message) {
    byte[] stored = reading(from -> from.get(Schema.structureKey(message.messageId())));
    return new StoredIndex(stored, () -> indexAgain(message)).index();
  }

  @Override
  public MessageContent content(StoredMessage message) {
    return contents.content(message);
  }

  private StoredContent opened(StoredMessage message) {
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

  private <T extends @Nullable Object> T reading(Function<PartitionReader, T> read) {
    PartitionSnapshot from = rows;
    try {
      return read.apply(from);
    } catch (EngineUnavailable e) {
      return gate.call(new Rereading<>(read, from));
    } catch (EngineException e) {
      throw unreadable(e);
    }
  }

  /** A read that is made again on the next engine, and on the one behind it where that goes too. */
  private final class Rereading<T extends @Nullable Object> implements Function<OpenEngine, T> {
    private final Function<PartitionReader, T> read;
    private PartitionSnapshot gone;

    Rereading(Function<PartitionReader, T> read, PartitionSnapshot gone) {
      this.read = read;
      this.gone = gone;
    }

    @Override
    public T apply(OpenEngine open) {
      gone = inPlaceOf(gone, open);
      return read.apply(gone);
    }
  }

  /** The rows of the next engine; two threads may find at a time that theirs has gone. */
  private synchronized PartitionSnapshot inPlaceOf(PartitionSnapshot gone, OpenEngine open) {
    if (rows == gone) {
      rows = open.engine().partition(view.mailbox().ref().account().value()).snapshot();
      gone.close();
    }
    return rows;
  }

  private static StoreUnavailable unreadable(EngineException e) {
    return new StoreUnavailable("the snapshot can't be read: " + e.getMessage(), e);
  }
}
