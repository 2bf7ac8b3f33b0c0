package org.restante.bench.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import org.restante.bench.store.BenchLetters;

/** Mailboxes with letters, made where they are missing. */
final class Letters {
  private static final int AT_A_TIME = 50;
  private static final int LEAST = 2_000;
  private static final int SPREAD = 30_000;
  private static final int SMALL = 700;

  private Letters() {}

  /** Of 2 to 32 KB, 17 KB on average. */
  static byte[] mixed(int number) {
    return BenchLetters.letter(number, LEAST + (int) (number * 2_654_435_761L % SPREAD));
  }

  /** As small as a letter with a picture can be. */
  static byte[] small(int number) {
    return BenchLetters.letter(number, SMALL);
  }

  /** Sees to it that a mailbox has this many letters; several in one APPEND. */
  static void fill(ImapWire wire, String mailbox, int letters, Kind kind) throws IOException {
    if (has(wire, mailbox)) {
      return;
    }
    wire.command("CREATE " + mailbox);
    for (int done = 0; done < letters; done += AT_A_TIME) {
      append(wire, mailbox, done, Math.min(AT_A_TIME, letters - done), kind);
    }
  }

  private static boolean has(ImapWire wire, String mailbox) throws IOException {
    return wire.command("LIST \"\" " + mailbox).responses() > 0;
  }

  private static void append(ImapWire wire, String mailbox, int first, int count, Kind kind)
      throws IOException {
    String tag = wire.nextTag();
    StringBuilder text = new StringBuilder(tag + " APPEND " + mailbox);
    for (int i = 0; i < count; i++) {
      byte[] letter = kind.letter(first + i);
      text.append(" {").append(letter.length).append("+}\r\n");
      text.append(new String(letter, ISO_8859_1));
    }
    wire.send(text.toString().getBytes(ISO_8859_1));
    wire.answer(tag, "APPEND");
  }

  /** Which letters. */
  @FunctionalInterface
  interface Kind {

    /** The n-th one, counted from 0. */
    byte[] letter(int number);
  }
}
