package org.restante.mime.decode;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads octets as text in a charset named by mail.
 *
 * @rfc 2046 4.1.2
 */
public final class TextDecoder {

  /**
   * Labels that say less than what senders mean by them. US-ASCII is read as UTF-8, which it is a
   * subset of, and ISO-8859-1 as windows-1252, its superset: text in the label's own range reads
   * the same, and the rest reads as what it most often is.
   */
  private static final Map<String, Charset> WIDENED =
      Map.of(
          "us-ascii", StandardCharsets.UTF_8,
          "ascii", StandardCharsets.UTF_8,
          "unknown-8bit", StandardCharsets.UTF_8,
          "iso-8859-1", known("windows-1252", StandardCharsets.ISO_8859_1),
          "latin1", known("windows-1252", StandardCharsets.ISO_8859_1),
          "gb2312", known("GB18030", StandardCharsets.UTF_8),
          "gbk", known("GB18030", StandardCharsets.UTF_8),
          "ks_c_5601-1987", known("x-windows-949", StandardCharsets.UTF_8),
          "shift_jis", known("windows-31j", StandardCharsets.UTF_8));

  private TextDecoder() {}

  /**
   * Opens octets, already freed from their transfer encoding, as text. What can't be decoded reads
   * as U+FFFD.
   *
   * @param octets closed with the returned reader
   * @param charset the charset parameter's value; absent or unknown is read as US-ASCII would be
   */
  public static Reader open(InputStream octets, @Nullable String charset) {
    return new InputStreamReader(octets, charsetOrAscii(charset));
  }

  /** The charset to read a label with; absent if this runtime has none of that name. */
  public static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    Charset widened = WIDENED.get(name);
    return widened != null ? Optional.of(widened) : supported(name);
  }

  private static Charset charsetOrAscii(@Nullable String label) {
    return Optional.ofNullable(label).flatMap(TextDecoder::charset).orElse(StandardCharsets.UTF_8);
  }

  private static Optional<Charset> supported(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Charset known(String name, Charset otherwise) {
    return supported(name).orElse(otherwise);
  }
}
