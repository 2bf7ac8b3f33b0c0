package org.restante.imap.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.restante.imap.letter.OpenLetter;
import org.restante.mime.Disposition;
import org.restante.mime.MimePart;
import org.restante.mime.OctetRange;
import org.restante.mime.decode.TextDecoder;
import org.restante.mime.decode.TransferDecoder;

/**
 * The first words of a letter: of its first text that has some, plain text before HTML where the
 * sender gave both. Reads the start of a part and no more, so it is made anew each time.
 *
 * @rfc 8970 3.3
 */
public final class Preview {
  private static final int MOST_CHARACTERS = 200;
  // HTML may begin with this many octets of style sheets; behind them nobody looks.
  private static final long MOST_OCTETS = 128 * 1024;
  private static final int MOST_PARTS = 4;

  private Preview() {}

  /** At most 200 characters; empty where the letter has no text. */
  public static String of(OpenLetter letter) {
    List<MimePart> texts = new ArrayList<>();
    collect(letter.index().root(), texts);
    for (MimePart text : texts) {
      String words = words(letter, text);
      if (!words.isEmpty()) {
        return words;
      }
    }
    return "";
  }

  private static void collect(MimePart part, List<MimePart> texts) {
    if (texts.size() == MOST_PARTS || isAttached(part)) {
      return;
    }
    if (part.content().type().equalsIgnoreCase("text") && part.body().length() > 0) {
      texts.add(part);
    } else if (part.content().is("multipart", "alternative")) {
      part.children().stream()
          .sorted(Comparator.comparing(child -> !child.content().is("text", "plain")))
          .forEach(child -> collect(child, texts));
    } else {
      part.children().forEach(child -> collect(child, texts));
    }
  }

  private static boolean isAttached(MimePart part) {
    return Optional.ofNullable(part.content().disposition())
        .map(Disposition::type)
        .filter("attachment"::equalsIgnoreCase)
        .isPresent();
  }

  private static String words(OpenLetter letter, MimePart part) {
    OctetRange start = part.body().clip(0, MOST_OCTETS);
    InputStream octets = letter.content().stream(start.offset(), start.length());
    Reader reader =
        TextDecoder.open(
            TransferDecoder.open(octets, part.content().encoding()),
            part.content().parameter("charset").orElse(null));
    Words words = new Words(MOST_CHARACTERS);
    Markup markup = part.content().is("text", "html") ? new Markup(words) : null;
    try (reader) {
      for (int c = reader.read(); c >= 0 && !words.isFull(); c = reader.read()) {
        if (markup == null) {
          words.add((char) c);
        } else {
          markup.add((char) c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.text();
  }
}
