package org.restante.launcher.letter;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An mbox file (RFC 4155): a letter begins at a line {@code From } that is the first or follows an
 * empty line; {@code >From } in a body is unquoted (mboxrd). One letter at a time is in memory.
 */
final class Mbox implements Iterator<Letter> {

  private final Path file;
  private final String mailbox;
  private final InputStream in;
  private int number;
  private byte @Nullable [] separator;

  private Mbox(Path file, String mailbox) throws IOException {
    this.file = file;
    this.mailbox = mailbox;
    this.in = new BufferedInputStream(Files.newInputStream(file), 256 * 1024);
    this.separator = readLine();
    if (separator != null && !isSeparator(separator)) {
      in.close();
      throw new IOException(file + " is no mbox: it does not begin with a line «From …»");
    }
  }

  static Stream<Letter> letters(Path file, String mailbox) throws IOException {
    Mbox mbox = new Mbox(file, mailbox);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(mbox, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(mbox::close);
  }

  @Override
  public boolean hasNext() {
    return separator != null;
  }

  @Override
  public Letter next() {
    byte[] first = separator;
    if (first == null) {
      throw new NoSuchElementException();
    }
    try {
      byte[] octets = readLetter();
      number++;
      return new Letter(
          file + " #" + number,
          mailbox,
          List.of(),
          MboxSeparator.date(text(first)).orElseGet(Instant::now),
          () -> new CrlfStream(new ByteArrayInputStream(octets)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte[] readLetter() throws IOException {
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    byte[] pendingEmptyLine = null;
    byte[] line = readLine();
    while (line != null && !(pendingEmptyLine != null && isSeparator(line))) {
      if (pendingEmptyLine != null) {
        letter.writeBytes(pendingEmptyLine);
      }
      pendingEmptyLine = isEmpty(line) ? line : null;
      if (pendingEmptyLine == null) {
        writeUnquoted(line, letter);
      }
      line = readLine();
    }
    separator = line;
    return letter.toByteArray();
  }

  private static void writeUnquoted(byte[] line, ByteArrayOutputStream letter) {
    int quotes = 0;
    while (quotes < line.length && line[quotes] == '>') {
      quotes++;
    }
    boolean quoted = quotes > 0 && startsWithFrom(line, quotes);
    letter.write(line, quoted ? 1 : 0, line.length - (quoted ? 1 : 0));
  }

  private static boolean isSeparator(byte[] line) {
    return startsWithFrom(line, 0);
  }

  private static boolean startsWithFrom(byte[] line, int offset) {
    return line.length >= offset + 5
        && new String(line, offset, 5, StandardCharsets.US_ASCII).equals("From ");
  }

  private static boolean isEmpty(byte[] line) {
    return line.length == 1 || (line.length == 2 && line[0] == '\r');
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1).strip();
  }

  private byte @Nullable [] readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int octet = in.read();
    while (octet >= 0) {
      line.write(octet);
      if (octet == '\n') {
        break;
      }
      octet = in.read();
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private void close() {
    try {
      in.close();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
