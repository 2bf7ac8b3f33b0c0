package org.restante.imap.letter;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.mime.header.EncodedWords;

/**
 * A subject without what replying, forwarding and mailing lists put around it.
 *
 * @param text the base subject, folded by {@link Casemap}
 * @param isReply whether what was removed says that this is a reply or a forward
 * @rfc 5256 2.1
 */
public record BaseSubject(String text, boolean isReply) {
  private static final Pattern SPACES = Pattern.compile("[ \t\r\n]+");
  private static final String FORWARD_TRAILER = "(fwd)";
  private static final String FORWARD_HEADER = "[fwd:";

  /** The base of an envelope's subject; empty where there is none. */
  public static BaseSubject of(@Nullable String subject) {
    if (subject == null) {
      return new BaseSubject("", false);
    }
    String text = SPACES.matcher(EncodedWords.decode(subject)).replaceAll(" ");
    Extraction extraction = new Extraction(text);
    extraction.run();
    return new BaseSubject(Casemap.fold(extraction.text()), extraction.reply);
  }

  /** What is left of a subject, from {@code start} up to {@code end}. */
  private static final class Extraction {
    private final String whole;
    private final String lower;
    private int start;
    private int end;
    private boolean reply;

    Extraction(String text) {
      this.whole = text;
      this.lower = lower(text);
      this.end = text.length();
    }

    String text() {
      return whole.substring(start, end);
    }

    /** Steps 2 to 6. */
    void run() {
      boolean wrapped = true;
      while (wrapped) {
        removeTrailers();
        boolean found = true;
        while (found) {
          found = removeLeaders() | removeBlob();
        }
        wrapped = removeWrapping();
      }
    }

    private void removeTrailers() {
      boolean found = true;
      while (found) {
        while (end > start && whole.charAt(end - 1) == ' ') {
          end--;
        }
        int before = end - FORWARD_TRAILER.length();
        found = before >= start && lower.startsWith(FORWARD_TRAILER, before);
        if (found) {
          end = before;
          reply = true;
        }
      }
    }

    private boolean removeLeaders() {
      int before = start;
      start = spaces(start);
      for (int next = reply(start); next > 0; next = reply(start)) {
        reply = true;
        start = spaces(next);
      }
      return start > before;
    }

    private boolean removeBlob() {
      int next = blob(start);
      boolean removed = next > start && next < end;
      start = removed ? next : start;
      return removed;
    }

    private boolean removeWrapping() {
      boolean wrapped =
          end - start > FORWARD_HEADER.length()
              && lower.startsWith(FORWARD_HEADER, start)
              && whole.charAt(end - 1) == ']';
      if (wrapped) {
        start += FORWARD_HEADER.length();
        end--;
        reply = true;
      }
      return wrapped;
    }

    /** Behind blobs and a {@code re:} or {@code fwd:}, or 0. */
    private int reply(int from) {
      int at = from;
      for (int next = blob(at); next > at; next = blob(at)) {
        at = next;
      }
      int word = lower.startsWith("re", at) ? 2 : lower.startsWith("fwd", at) ? 3 : 0;
      word = word == 0 && lower.startsWith("fw", at) ? 2 : word;
      if (word == 0) {
        return 0;
      }
      at = blob(spaces(at + word));
      return at < end && whole.charAt(at) == ':' ? at + 1 : 0;
    }

    /** Behind something in brackets and the spaces after it, or where it was. */
    private int blob(int from) {
      if (from >= end || whole.charAt(from) != '[') {
        return from;
      }
      int at = from + 1;
      while (at < end && whole.charAt(at) != '[' && whole.charAt(at) != ']') {
        at++;
      }
      return at < end && whole.charAt(at) == ']' ? spaces(at + 1) : from;
    }

    private int spaces(int from) {
      int at = from;
      while (at < end && whole.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    /** Lower case where that keeps every place: in ASCII. */
    private static String lower(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      return lower.length() == text.length() ? lower : text;
    }
  }
}
