package org.restante.mailstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Puts a row together; integers are big-endian. */
final class RowWriter {
  private byte[] octets;
  private int length;

  RowWriter(int expected) {
    octets = new byte[expected];
  }

  RowWriter octet(int value) {
    room(1);
    octets[length++] = (byte) value;
    return this;
  }

  RowWriter int2(int value) {
    return octet(value >>> 8).octet(value);
  }

  RowWriter int4(int value) {
    return int2(value >>> 16).int2(value);
  }

  RowWriter int8(long value) {
    return int4((int) (value >>> 32)).int4((int) value);
  }

  /** 7 bits an octet, lowest first; the high bit says that more follow. */
  RowWriter number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      octet((int) (rest | 0x80));
      rest >>>= 7;
    }
    return octet((int) rest);
  }

  RowWriter raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, octets, length, value.length);
    length += value.length;
    return this;
  }

  RowWriter text(String value) {
    byte[] encoded = value.getBytes(UTF_8);
    return number(encoded.length).raw(encoded);
  }

  byte[] done() {
    return length == octets.length ? octets : Arrays.copyOf(octets, length);
  }

  private void room(int more) {
    if (length + more > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
    }
  }
}
