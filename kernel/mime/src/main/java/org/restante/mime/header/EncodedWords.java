package org.restante.mime.header;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.mime.decode.TransferDecoder;

/**
 * Decodes the encoded words in a header value, for searching and sorting.
 *
 * <p>Words are found wherever they stand, in quoted strings too. The octets of adjacent words in
 * one charset are joined before they are decoded, because many senders cut a character in two.
 * Octets outside encoded words are UTF-8 if they are valid as such (RFC 6532), or else
 * windows-1252.
 *
 * @rfc 2047 6
 * @rfc 2231 5
 */
public final class EncodedWords {

  private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([bBqQ])\\?([^?]*+)\\?=");

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private String charset = "";

  private EncodedWords() {}

  /**
   * The Unicode text of an unfolded value.
   *
   * @param raw the value, each char one octet
   */
  public static String decode(String raw) {
    return raw.contains("=?") ? new EncodedWords().decoded(raw) : OctetText.unlabelled(octets(raw));
  }

  private String decoded(String raw) {
    Matcher word = WORD.matcher(raw);
    int end = 0;
    while (word.find()) {
      plain(raw.substring(end, word.start()));
      encoded(word);
      end = word.end();
    }
    endWords();
    text.append(OctetText.unlabelled(octets(raw.substring(end))));
    return text.toString();
  }

  /** White space between two encoded words belongs to neither. */
  private void plain(String between) {
    if (octets.size() == 0 || !between.isBlank()) {
      endWords();
      text.append(OctetText.unlabelled(octets(between)));
    }
  }

  private void encoded(Matcher word) {
    String label = withoutLanguage(word.group(1));
    if (!label.equals(charset)) {
      endWords();
      charset = label;
    }
    String content = word.group(3);
    octets.writeBytes(word.group(2).equalsIgnoreCase("b") ? base64(content) : quoted(content));
  }

  private void endWords() {
    text.append(OctetText.decode(octets.toByteArray(), charset));
    octets.reset();
  }

  private static String withoutLanguage(String label) {
    int language = label.indexOf('*');
    return (language < 0 ? label : label.substring(0, language)).toLowerCase(Locale.ROOT);
  }

  private static byte[] base64(String content) {
    try {
      return TransferDecoder.open(new ByteArrayInputStream(octets(content)), "base64")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory cannot fail", e);
    }
  }

  private static byte[] quoted(String content) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(content.length());
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int octet = c == '=' ? HexPair.at(content, i + 1) : -1;
      if (octet >= 0) {
        octets.write(octet);
        i += 2;
      } else {
        octets.write(c == '_' ? ' ' : c);
      }
    }
    return octets.toByteArray();
  }

  private static byte[] octets(String raw) {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }
}
