package org.restante.mime.stored;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a stored index, from which its numbers and texts are read. */
final class IndexCursor {
  private final byte[] octets;
  private int at;

  IndexCursor(byte[] octets) {
    this.octets = octets;
  }

  void expectVersion() {
    int version = octet();
    if (version != MimeIndexCodec.VERSION) {
      throw new UnknownIndexVersion(version);
    }
  }

  void expectEnd() {
    require(at == octets.length);
  }

  int octet() {
    require(at < octets.length);
    return octets[at++] & 0xff;
  }

  long number() {
    int octet = octet();
    long value = octet & 0x7f;
    int shift = 7;
    while (octet > 0x7f) {
      require(shift < 63);
      octet = octet();
      value |= (octet & 0x7fL) << shift;
      shift += 7;
    }
    return value;
  }

  /** A number of things that take an octet each at least. */
  int count() {
    long count = number();
    require(count <= octets.length - at);
    return (int) count;
  }

  /** A text where it lies. */
  StoredText storedText() {
    return present(storedTextOrNull());
  }

  @Nullable StoredText storedTextOrNull() {
    long code = number();
    if (code == 0) {
      return null;
    }
    if (isWord(code)) {
      return Wordbook.octets(word(code));
    }
    int length = length(code);
    at += length;
    return new StoredText(octets, at - length, length);
  }

  /** A number and so many groups of texts. */
  List<StoredText> storedTexts(int group) {
    int count = group * count();
    if (count == 0) {
      return List.of();
    }
    StoredText[] texts = new StoredText[count];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = storedText();
    }
    return Arrays.asList(texts);
  }

  private static boolean isWord(long code) {
    return code % 2 == 1;
  }

  private int word(long code) {
    require(code / 2 < Wordbook.size());
    return (int) (code / 2);
  }

  private int length(long code) {
    long length = code / 2 - 1;
    require(length >= 0 && length <= octets.length - at);
    return (int) length;
  }

  private <T> T present(@Nullable T text) {
    if (text == null) {
      throw damaged();
    }
    return text;
  }

  void require(boolean sound) {
    if (!sound) {
      throw damaged();
    }
  }

  private DamagedIndex damaged() {
    return new DamagedIndex("no index: octet " + at + " of " + octets.length, null);
  }
}
