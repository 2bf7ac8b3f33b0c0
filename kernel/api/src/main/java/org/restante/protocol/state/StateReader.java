package org.restante.protocol.state;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.message.UidSet;

/**
 * Reads a state by the numbers of its fields, in any order. Everything here throws {@link
 * IllegalArgumentException} where the octets are no such state, and says why.
 */
public final class StateReader {
  private static final int OPTIONAL = 0x8000;

  private final Map<Integer, Deque<byte[]>> fields = new HashMap<>();

  private StateReader(byte[] state) {
    ByteBuffer in = ByteBuffer.wrap(state);
    require(in.remaining() >= Short.BYTES, "the state is cut off");
    int count = Short.toUnsignedInt(in.getShort());
    for (int i = 0; i < count; i++) {
      require(in.remaining() >= Short.BYTES + Integer.BYTES, "the state is cut off");
      int field = Short.toUnsignedInt(in.getShort());
      int length = in.getInt();
      require(length >= 0 && length <= in.remaining(), "field " + field + " is cut off");
      byte[] value = new byte[length];
      in.get(value);
      fields.computeIfAbsent(field, unused -> new ArrayDeque<>()).add(value);
    }
    require(!in.hasRemaining(), "octets behind the state");
  }

  /** What the content makes of a state; fields that it does not take must be optional ones. */
  public static <T> T read(byte[] state, Function<StateReader, T> content) {
    StateReader in = new StateReader(state);
    T value = content.apply(in);
    in.expectEnd();
    return value;
  }

  /** A number that must be there. */
  public long expectNumber(int field) {
    return number(field, expectOctets(field));
  }

  /** A number between zero and the largest {@code int}, that must be there. */
  public int expectCount(int field) {
    long value = expectNumber(field);
    require(value >= 0 && value <= Integer.MAX_VALUE, "field " + field + " is no count: " + value);
    return (int) value;
  }

  /** A number that may be missing. */
  public OptionalLong takeNumber(int field) {
    byte @Nullable [] value = poll(field);
    return value == null ? OptionalLong.empty() : OptionalLong.of(number(field, value));
  }

  /** Yes or no, that must be there. */
  public boolean expectFlag(int field) {
    return flag(field, expectOctets(field));
  }

  /** Yes; no where it is missing. */
  public boolean takeFlag(int field) {
    byte @Nullable [] value = poll(field);
    return value != null && flag(field, value);
  }

  /** A text that must be there. */
  public String expectText(int field) {
    return text(field, expectOctets(field));
  }

  /** A text that may be missing. */
  public Optional<String> takeText(int field) {
    return Optional.ofNullable(poll(field)).map(value -> text(field, value));
  }

  /** A set of UIDs that must be there. */
  public UidSet expectUids(int field) {
    return uids(field, expectOctets(field));
  }

  /** A set of UIDs; empty where it is missing. */
  public UidSet takeUids(int field) {
    return uids(field, takeOctets(field));
  }

  private static UidSet uids(int field, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    require(in.remaining() % StateWriter.RANGE == 0, "field " + field + " is no set of UIDs");
    UidSet.Builder uids = new UidSet.Builder();
    while (in.hasRemaining()) {
      uids.addRange(Integer.toUnsignedLong(in.getInt()), Integer.toUnsignedLong(in.getInt()));
    }
    return uids.build();
  }

  /** Octets that must be there. */
  public byte[] expectOctets(int field) {
    byte @Nullable [] value = poll(field);
    if (value == null) {
      throw new IllegalArgumentException("field " + field + " is missing");
    }
    return value;
  }

  /** Octets that may be missing: none then. */
  public byte[] takeOctets(int field) {
    byte @Nullable [] value = poll(field);
    return value == null ? new byte[0] : value;
  }

  /** A group that must be there. */
  public <T> T expectGroup(int field, Function<StateReader, T> content) {
    return read(expectOctets(field), content);
  }

  /** A group that may be missing. */
  public <T> Optional<T> takeGroup(int field, Function<StateReader, T> content) {
    return Optional.ofNullable(poll(field)).map(value -> read(value, content));
  }

  /** All groups of this number, in the order in which they were written. */
  public <T> List<T> takeGroups(int field, Function<StateReader, T> content) {
    List<T> groups = new ArrayList<>();
    Optional<T> next = takeGroup(field, content);
    while (next.isPresent()) {
      groups.add(next.get());
      next = takeGroup(field, content);
    }
    return groups;
  }

  private byte @Nullable [] poll(int field) {
    Deque<byte[]> values = fields.get(field);
    return values == null ? null : values.poll();
  }

  private void expectEnd() {
    fields.forEach(
        (field, left) ->
            require(left.isEmpty() || field >= OPTIONAL, "field " + field + " is not known here"));
  }

  private static long number(int field, byte[] value) {
    require(value.length == Long.BYTES, "field " + field + " is no number");
    return ByteBuffer.wrap(value).getLong();
  }

  private static boolean flag(int field, byte[] value) {
    boolean known = value.length == 1 && (value[0] == 0 || value[0] == 1);
    require(known, "field " + field + " is neither yes nor no");
    return value[0] == 1;
  }

  private static String text(int field, byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("field " + field + " is no text", e);
    }
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }
}
