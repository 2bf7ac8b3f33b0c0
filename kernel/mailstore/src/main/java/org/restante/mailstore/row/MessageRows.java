package org.restante.mailstore.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Schema;
import org.restante.message.UidSet;

/**
 * Reads the rows of a set of messages by ascending UID, in pages: memory does not grow with the
 * set. Long ranges are scanned, short ones fetched together.
 */
public final class MessageRows {
  private static final int PAGE = 256;
  private static final int SHORT = 16;

  private final PartitionReader reader;
  private final long mailbox;
  private final boolean hot;
  private final Visitor visitor;
  private final List<Long> pending = new ArrayList<>();
  private boolean goOn = true;

  private MessageRows(PartitionReader reader, long mailbox, boolean hot, Visitor visitor) {
    this.reader = reader;
    this.mailbox = mailbox;
    this.hot = hot;
    this.visitor = visitor;
  }

  /** Visits hot rows; the visitor is called outside of the engine. */
  public static void hot(PartitionReader reader, long mailbox, UidSet uids, Visitor visitor) {
    new MessageRows(reader, mailbox, true, visitor).read(uids);
  }

  /** Visits cold rows; the visitor is called outside of the engine. */
  public static void cold(PartitionReader reader, long mailbox, UidSet uids, Visitor visitor) {
    new MessageRows(reader, mailbox, false, visitor).read(uids);
  }

  private void read(UidSet uids) {
    for (int i = 0; i < uids.ranges() && goOn; i++) {
      long first = uids.first(i);
      long last = uids.last(i);
      if (last - first < SHORT) {
        for (long uid = first; uid <= last; uid++) {
          pending.add(uid);
        }
      } else {
        fetch();
        scan(range(first, last));
      }
      if (pending.size() >= PAGE) {
        fetch();
      }
    }
    fetch();
  }

  private void fetch() {
    if (pending.isEmpty() || !goOn) {
      return;
    }
    List<byte[]> values = reader.getMany(pending.stream().map(this::key).toList());
    for (int i = 0; i < values.size() && goOn; i++) {
      byte[] value = values.get(i);
      if (value != null) {
        goOn = visitor.row(pending.get(i), ByteBuffer.wrap(value));
      }
    }
    pending.clear();
  }

  private void scan(KeyRange range) {
    KeyRange rest = range;
    int visited = PAGE;
    while (goOn && visited == PAGE) {
      List<Long> uids = new ArrayList<>(PAGE);
      List<ByteBuffer> values = new ArrayList<>(PAGE);
      visited =
          reader.scan(
              rest,
              Order.ASCENDING,
              PAGE,
              (key, value) -> {
                uids.add(Schema.second(key));
                return values.add(copy(value));
              });
      for (int i = 0; i < uids.size() && goOn; i++) {
        goOn = visitor.row(uids.get(i), values.get(i));
      }
      if (visited == PAGE) {
        rest = rest.after(key(uids.getLast()));
      }
    }
  }

  private byte[] key(long uid) {
    return hot ? Schema.hotKey(mailbox, uid) : Schema.coldKey(mailbox, uid);
  }

  private KeyRange range(long first, long last) {
    return hot ? Schema.hot(mailbox, first, last) : Schema.cold(mailbox, first, last);
  }

  private static ByteBuffer copy(ByteBuffer value) {
    return ByteBuffer.allocate(value.remaining()).put(value.duplicate()).flip();
  }

  /** Sees the row of a message. */
  @FunctionalInterface
  public interface Visitor {

    /** One row; the value is the visitor's to keep. Returns whether to go on. */
    boolean row(long uid, ByteBuffer value);
  }
}
