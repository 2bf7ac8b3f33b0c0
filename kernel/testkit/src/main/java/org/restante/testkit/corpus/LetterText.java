package org.restante.testkit.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/** A letter that is being written: lines end in CRLF where nothing else is said. */
final class LetterText {
  private static final String[] WORDS =
      ("harbour lamp winter ticket copper meadow answer engine paper river signal garden letter"
              + " window morning stone bridge market orange thunder pencil valley copy draft table")
          .split(" ");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private final SplittableRandom chance;
  private final String id;

  LetterText(SplittableRandom chance, String id) {
    this.chance = chance;
    this.id = id;
  }

  SplittableRandom chance() {
    return chance;
  }

  byte[] octets() {
    return octets.toByteArray();
  }

  /** The fields that every letter has. */
  LetterText envelope(String subject) {
    long second = 1_600_000_000L + chance.nextInt(200_000_000);
    String date = DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(2)));
    line("From: " + word() + " " + word() + " <" + word() + "@" + word() + ".example>");
    line("To: user1@localhost, \"" + word() + ", " + word() + "\" <" + word() + "@b.example>");
    line("Date: " + date);
    line("Subject: " + subject);
    return line("Message-ID: <" + id + "." + word() + "@corpus.example>");
  }

  /** A MIME type, which also begins the body's fields. */
  LetterText mime(String type) {
    return line("MIME-Version: 1.0").line("Content-Type: " + type);
  }

  LetterText line(String text) {
    return raw(text).raw("\r\n");
  }

  LetterText line() {
    return raw("\r\n");
  }

  LetterText raw(String text) {
    octets.writeBytes(text.getBytes(UTF_8));
    return this;
  }

  LetterText raw(byte[] some) {
    octets.writeBytes(some);
    return this;
  }

  LetterText sentences(int count) {
    for (int i = 0; i < count; i++) {
      line(sentence());
    }
    return this;
  }

  LetterText base64(int length) {
    byte[] content = new byte[length];
    chance.nextBytes(content);
    return raw(Base64.getMimeEncoder().encode(content)).line();
  }

  String sentence() {
    StringBuilder text = new StringBuilder(word());
    for (int i = chance.nextInt(3, 11); i > 0; i--) {
      text.append(' ').append(word());
    }
    return text.append('.').toString();
  }

  String word() {
    return WORDS[chance.nextInt(WORDS.length)];
  }

  /** A boundary that occurs in no other letter. */
  String boundary(int level) {
    return "=_" + id + "_" + level;
  }
}
