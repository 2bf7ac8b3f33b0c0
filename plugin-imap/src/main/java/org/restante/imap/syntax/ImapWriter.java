package org.restante.imap.syntax;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.mime.stored.StoredText;

/**
 * Writes responses through one buffer that exists only while there is something in it. Strings hold
 * one octet in each char.
 *
 * @rfc 3501 7
 */
public final class ImapWriter {
  private static final byte[] NONE = {};
  private static final int FIRST = 512;
  private static final int MOST = 16 * 1024;
  private static final int SENT = -1;

  private final OctetSink sink;
  private byte[] buffer = NONE;
  private int used;
  // Where the unfinished response starts in the buffer, or SENT where its start has left already.
  private int responseStart;

  /** A writer to a client. */
  public ImapWriter(OctetSink sink) {
    this.sink = sink;
  }

  /** A character as it is. */
  public ImapWriter raw(char c) {
    room(1);
    buffer[used++] = (byte) c;
    return this;
  }

  /** Text as it is. */
  public ImapWriter raw(String text) {
    copy(text, 0, text.length());
    return this;
  }

  /** A number, not negative. */
  public ImapWriter number(long number) {
    room(20);
    int end = used + digits(number);
    int at = end;
    long left = number;
    do {
      buffer[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (at > used);
    used = end;
    return this;
  }

  /** A string or NIL. */
  public ImapWriter nstring(@Nullable String text) {
    return text == null ? raw("NIL") : string(text);
  }

  /** A string: quoted where that is possible, or else a literal. */
  public ImapWriter string(String text) {
    int length = text.length();
    int plain = Octets.plainText(text, 0);
    if (plain == length) {
      raw('"').copy(text, 0, length);
      return raw('"');
    }
    return Octets.isText(text) ? quoted(text, plain) : literal(length).raw(text);
  }

  /** A text or NIL. */
  public ImapWriter nstring(@Nullable StoredText text) {
    return text == null ? raw("NIL") : string(text);
  }

  /** A text as a string. */
  public ImapWriter string(StoredText text) {
    int length = text.length();
    if (length > MOST - 2 || !Octets.isPlainText(text.octets(), text.offset(), length)) {
      return string(text.toString());
    }
    room(length + 2);
    buffer[used] = '"';
    System.arraycopy(text.octets(), text.offset(), buffer, used + 1, length);
    used += length + 2;
    buffer[used - 1] = '"';
    return this;
  }

  /** In quotes; what needs a backslash gets one. */
  private ImapWriter quoted(String text, int plain) {
    raw('"');
    int start = 0;
    for (int at = plain; at < text.length(); at = Octets.plainText(text, at + 1)) {
      copy(text, start, at);
      raw('\\');
      start = at;
    }
    copy(text, start, text.length());
    return raw('"');
  }

  /** An atom where that is possible, or else a string. */
  public ImapWriter astring(String text) {
    boolean atom = !text.isEmpty() && Octets.isAstring(text) && !text.equalsIgnoreCase("NIL");
    return atom ? raw(text) : string(text);
  }

  /**
   * A mailbox name in UTF-8: an atom where that is possible, or else quoted.
   *
   * @rfc 6855 3
   */
  public ImapWriter utf8Name(String name) {
    boolean atom =
        !name.isEmpty()
            && name.chars().allMatch(Octets::isAstring)
            && !name.equalsIgnoreCase("NIL");
    return atom
        ? raw(name)
        : raw('"').raw(octets(name.replace("\\", "\\\\").replace("\"", "\\\""))).raw('"');
  }

  /** The announcement of a literal; its octets come next. */
  public ImapWriter literal(long size) {
    return raw('{').number(size).raw("}\r\n");
  }

  /** A literal. */
  public ImapWriter literal(byte[] octets, int offset, int length) {
    literal(length);
    for (int done = 0; done < length; ) {
      room(1);
      int piece = Math.min(buffer.length - used, length - done);
      System.arraycopy(octets, offset + done, buffer, used, piece);
      used += piece;
      done += piece;
    }
    return this;
  }

  /** A literal of a range of a source, read as fast as the client takes it. */
  public ImapWriter literal(OctetSource source, long position, long length) {
    literal(length);
    for (long done = 0; done < length; ) {
      room((int) Math.min(MOST, length - done));
      int free = (int) Math.min(buffer.length - used, length - done);
      int read = source.read(position + done, buffer, used, free);
      if (read < 0) {
        throw new UncheckedIOException(new EOFException("content is shorter than its size"));
      }
      used += read;
      done += read;
    }
    return this;
  }

  /** Ends a response. */
  public void endLine() {
    raw('\r').raw('\n');
    responseStart = used;
  }

  /**
   * Takes back an unfinished response.
   *
   * @return whether that was possible; otherwise the client has a part of it
   */
  public boolean abandon() {
    boolean possible = responseStart != SENT;
    if (possible) {
      used = responseStart;
    }
    return possible;
  }

  /** Hands everything on and gives the buffer back. */
  public void drain() {
    send();
    buffer = NONE;
  }

  /** Each char is one octet: it is the low one that is wanted, and nothing is encoded. */
  @SuppressWarnings("deprecation")
  private void copy(String text, int from, int to) {
    for (int done = from; done < to; ) {
      room(Math.min(MOST, to - done));
      int end = Math.min(to, done + buffer.length - used);
      text.getBytes(done, end, buffer, used);
      used += end - done;
      done = end;
    }
  }

  private void send() {
    responseStart = responseStart == used ? 0 : SENT;
    if (used > 0) {
      sink.write(buffer, 0, used);
    }
    used = 0;
  }

  private void room(int octets) {
    if (buffer.length - used >= octets) {
      return;
    }
    if (used + octets <= MOST) {
      int doubled = Math.max(FIRST, Math.max(2 * buffer.length, used + octets));
      buffer = Arrays.copyOf(buffer, Math.min(MOST, doubled));
    } else {
      send();
      buffer = buffer.length < octets ? new byte[MOST] : buffer;
    }
  }

  private static int digits(long number) {
    int digits = 1;
    for (long left = number; left >= 10; left /= 10) {
      digits++;
    }
    return digits;
  }

  /** Text as chars of one octet each. */
  public static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
