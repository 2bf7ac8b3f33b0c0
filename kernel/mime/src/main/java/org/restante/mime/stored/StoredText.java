package org.restante.mime.stored;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text that lies in a stored index, one octet for each char. Nobody changes these octets. */
public final class StoredText {
  private final byte[] octets;
  private final int offset;
  private final int length;

  StoredText(byte[] octets, int offset, int length) {
    this.octets = octets;
    this.offset = offset;
    this.length = length;
  }

  /** A text of chars that are an octet each. */
  public static StoredText of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return new StoredText(octets, 0, octets.length);
  }

  static @Nullable String string(@Nullable StoredText text) {
    return text == null ? null : text.toString();
  }

  /** The octets that this text is a part of. */
  public byte[] octets() {
    return octets;
  }

  /** Where it begins in the octets. */
  public int offset() {
    return offset;
  }

  /** How many octets it has. */
  public int length() {
    return length;
  }

  /** Whether it is this word of ASCII letters and digits, in any case. */
  public boolean is(String word) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((octets[offset + i] | 0x20) != (word.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(octets, offset, length, StandardCharsets.ISO_8859_1);
  }
}
