package org.restante.protocol.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.restante.message.UidSet;

/**
 * Writes a state field by field. A field that is left out is one that the reader takes as empty.
 */
public final class StateWriter {
  static final int MOST_FIELDS = 0xffff;
  static final int RANGE = 2 * Integer.BYTES;

  private final ByteArrayOutputStream fields = new ByteArrayOutputStream();
  private int count;

  /** A number, which may be negative. */
  public StateWriter number(int field, long value) {
    return octets(field, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  /** Yes or no. */
  public StateWriter flag(int field, boolean value) {
    return octets(field, new byte[] {(byte) (value ? 1 : 0)});
  }

  /** A text of Unicode characters. */
  public StateWriter text(int field, String value) {
    return octets(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A set of UIDs. */
  public StateWriter uids(int field, UidSet value) {
    ByteBuffer ranges = ByteBuffer.allocate(value.ranges() * RANGE);
    for (int range = 0; range < value.ranges(); range++) {
      ranges.putInt((int) value.first(range)).putInt((int) value.last(range));
    }
    return octets(field, ranges.array());
  }

  /** Fields of their own. */
  public StateWriter group(int field, Consumer<StateWriter> content) {
    StateWriter group = new StateWriter();
    content.accept(group);
    return octets(field, group.state());
  }

  /** Octets as they are. */
  public StateWriter octets(int field, byte[] value) {
    if (field < 1 || field > MOST_FIELDS || count == MOST_FIELDS) {
      throw new IllegalArgumentException("no field: " + field);
    }
    fields.writeBytes(
        ByteBuffer.allocate(Short.BYTES + Integer.BYTES)
            .putShort((short) field)
            .putInt(value.length)
            .array());
    fields.writeBytes(value);
    count++;
    return this;
  }

  /** All that was written. */
  public byte[] state() {
    return ByteBuffer.allocate(Short.BYTES + fields.size())
        .putShort((short) count)
        .put(fields.toByteArray())
        .array();
  }
}
