package org.restante.mailstore.salvage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.blob.BlobContent;
import org.restante.blob.BlobProof;
import org.restante.blob.NoSuchBlob;
import org.restante.inspection.DamagedLetter.Loss;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.mime.MimeIndexer;
import org.restante.mime.MimeLimits;
import org.restante.mime.stored.MimeIndexCodec;

/** Reads every octet of an account's letters; writes structures that are gone or wrong again. */
final class LetterReading {
  private static final int PAGE = 64;
  private static final int PIECE = 64 << 10;

  private final KeyValueEngine engine;
  private final Partition partition;
  private final Pace pace;
  private final Lost lost;
  private final byte[] piece = new byte[PIECE];
  private long read;
  private long structures;

  LetterReading(KeyValueEngine engine, long account, Pace pace, Lost lost) {
    this.engine = engine;
    this.partition = engine.partition(account);
    this.pace = pace;
    this.lost = lost;
  }

  /** Letters read. */
  long read() {
    return read;
  }

  /** Structures written again. */
  long structures() {
    return structures;
  }

  /** Whether it came to the end. */
  boolean run() {
    KeyRange rest = Schema.allCold();
    List<Placed> page = page(rest);
    while (!page.isEmpty()) {
      for (Placed placed : page) {
        if (!letter(placed)) {
          return false;
        }
      }
      Placed last = page.getLast();
      rest = rest.after(Schema.coldKey(last.mailbox, last.uid));
      page = page(rest);
    }
    return true;
  }

  private boolean letter(Placed placed) {
    StoredMessage message = placed.message;
    if (message == null) {
      return true; // a damaged row; the mending of rows has named it
    }
    read++;
    byte[] structure = octets(message);
    byte[] key = Schema.coldKey(placed.mailbox, placed.uid);
    if (structure == null) {
      if (partition.get(key) != null) { // else it was expunged while it was read
        lost.add(placed.mailbox, placed.uid, Loss.CONTENT);
      }
    } else {
      structure(message, structure, key);
    }
    return pace.spend(message.size());
  }

  /** The letter's structure; null where its octets are not those that were accepted. */
  private byte @Nullable [] octets(StoredMessage message) {
    BlobProof proof = engine.blobs().proof(message.blob());
    MimeIndexer indexer = new MimeIndexer(MimeLimits.DEFAULT);
    try (BlobContent content = engine.blobs().open(message.blob())) {
      long position = 0;
      int count = content.read(0, piece, 0, PIECE);
      while (count > 0) {
        proof.write(piece, 0, count);
        indexer.write(piece, 0, count);
        position += count;
        count = content.read(position, piece, 0, PIECE);
      }
      boolean whole = position == message.size() && proof.holds();
      return whole ? MimeIndexCodec.encode(indexer.finish()) : null;
    } catch (EngineUnavailable e) {
      throw e;
    } catch (EngineException | NoSuchBlob e) {
      return null;
    }
  }

  private void structure(StoredMessage message, byte[] structure, byte[] key) {
    byte[] rowKey = Schema.structureKey(message.messageId());
    byte[] stored = partition.get(rowKey);
    boolean fits = structure.length <= engine.capabilities().valueOctets();
    if (!fits || Arrays.equals(stored, structure)) {
      return;
    }
    byte[] row = partition.get(key);
    if (row == null) {
      return;
    }
    try (Batch batch = partition.batch()) {
      batch.guard(key, row).put(rowKey, structure).commit(Durability.BUFFERED);
    }
    structures++;
  }

  private List<Placed> page(KeyRange range) {
    List<Placed> page = new ArrayList<>();
    partition.scan(
        range,
        Order.ASCENDING,
        PAGE,
        (key, value) -> {
          long uid = Schema.second(key);
          StoredMessage message = null;
          try {
            message = Codec.readCold(uid, value);
          } catch (DamagedRow e) {
            return page.add(new Placed(Schema.number(key), uid, null));
          }
          return page.add(new Placed(Schema.number(key), uid, message));
        });
    return page;
  }

  private record Placed(long mailbox, long uid, @Nullable StoredMessage message) {}
}
