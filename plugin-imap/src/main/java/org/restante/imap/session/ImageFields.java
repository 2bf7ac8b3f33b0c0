package org.restante.imap.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.restante.message.UidSet;

/**
 * The fields of a suspended session, each once. On the wire one after the other: id (1), length
 * (4), value. A field that a reader does not know fails the whole: a session must not go on without
 * a part of its state.
 */
final class ImageFields {
  private static final int MOST_RANGES = 10_000_000;

  /** What can be in a suspended session. An id that was given stays. */
  enum Field {
    /** Account: 8. */
    ACCOUNT(1),
    /** Tag of an IDLE in progress: modified UTF-8 with its length. */
    IDLE_TAG(2),
    /** Names of the enabled features with spaces between them: modified UTF-8 with its length. */
    FEATURES(3),
    /** Selected mailbox: id 8, UIDVALIDITY 8, read-only 1, MODSEQs of flags and numbers 8 + 8. */
    MAILBOX(4),
    /** UIDs that are numbered: number of ranges 4, first and last UID of each 4 + 4. */
    NUMBERING(5),
    /** UIDs that are recent: as above. */
    RECENT(6),
    /** UIDs that a SEARCH saved: as above. */
    SAVED(7);

    private final int id;

    Field(int id) {
      this.id = id;
    }

    private static Field of(int id) throws IOException {
      for (Field field : values()) {
        if (field.id == id) {
          return field;
        }
      }
      throw new IOException("unknown field " + id);
    }
  }

  /** Writes a value, or reads one. */
  interface Value {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads a value. */
  interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  private final Map<Field, byte[]> values = new EnumMap<>(Field.class);

  ImageFields put(Field field, Value value) {
    values.put(field, octets(value));
    return this;
  }

  /** The value of a field, which must have no more octets than are read. */
  <T> Optional<T> get(Field field, Reading<T> reading) throws IOException {
    byte[] value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(value));
    T read = reading.read(in);
    if (in.available() > 0) {
      throw new IOException(field + " is too long");
    }
    return Optional.of(read);
  }

  byte[] write() {
    return octets(
        out -> {
          for (Map.Entry<Field, byte[]> each : values.entrySet()) {
            out.writeByte(each.getKey().id);
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
          }
        });
  }

  static ImageFields read(byte[] octets) throws IOException {
    ImageFields fields = new ImageFields();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets));
    while (in.available() > 0) {
      Field field = Field.of(in.readUnsignedByte());
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new EOFException("no such length: " + length);
      }
      if (fields.values.put(field, in.readNBytes(length)) != null) {
        throw new IOException(field + " comes twice");
      }
    }
    return fields;
  }

  private static byte[] octets(Value value) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      value.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  static void write(DataOutputStream out, UidSet uids) throws IOException {
    out.writeInt(uids.ranges());
    for (int i = 0; i < uids.ranges(); i++) {
      out.writeInt((int) uids.first(i));
      out.writeInt((int) uids.last(i));
    }
  }

  static UidSet uids(DataInputStream in) throws IOException {
    int ranges = in.readInt();
    if (ranges < 0 || ranges > MOST_RANGES) {
      throw new IOException("no number of ranges: " + ranges);
    }
    UidSet.Builder uids = new UidSet.Builder();
    for (int i = 0; i < ranges; i++) {
      uids.addRange(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
    }
    return uids.build();
  }
}
