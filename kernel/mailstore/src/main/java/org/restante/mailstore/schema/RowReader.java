package org.restante.mailstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.function.Function;
import org.restante.refusal.MailRefusal;

/** Takes a row apart; what does not fit is a {@link DamagedRow}. */
final class RowReader {
  private final ByteBuffer row;

  private RowReader(ByteBuffer row) {
    this.row = row.duplicate();
  }

  /** Reads a whole row: octets that are left over are damage. */
  static <T> T read(ByteBuffer octets, Function<RowReader, T> reading) {
    try {
      RowReader reader = new RowReader(octets);
      T value = reading.apply(reader);
      if (reader.row.hasRemaining()) {
        throw new DamagedRow(reader.row.remaining() + " octets are left over", null);
      }
      return value;
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException
        | DateTimeException
        | MailRefusal e) {
      throw new DamagedRow("the row is cut off or malformed", e);
    }
  }

  int octet() {
    return row.get() & 0xff;
  }

  int int4() {
    return row.getInt();
  }

  long int8() {
    return row.getLong();
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = row.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number has at most ten octets");
  }

  byte[] raw(int length) {
    if (length < 0 || length > row.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] value = new byte[length];
    row.get(value);
    return value;
  }

  String text() {
    return new String(octets(), UTF_8);
  }

  /** Octets behind their number. */
  byte[] octets() {
    return raw(Math.toIntExact(number()));
  }

  byte[] rest() {
    return raw(row.remaining());
  }

  boolean more() {
    return row.hasRemaining();
  }
}
