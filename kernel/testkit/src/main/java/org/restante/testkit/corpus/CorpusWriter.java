package org.restante.testkit.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Writes a corpus as files, a Maildir or an mbox: {@code FORM TARGET LETTERS SEED LARGEST}; the
 * form {@code mixed} is files of {@link MixedMail}, where LARGEST says nothing.
 */
public final class CorpusWriter {
  private static final Pattern FROM = Pattern.compile("(?m)^(>*From )");

  private CorpusWriter() {}

  /** For scripts: see the class. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      System.err.println("usage: files|mixed|maildir|mbox TARGET LETTERS SEED LARGEST-ATTACHMENT");
      System.exit(2);
    }
    Path target = Path.of(arguments[1]);
    int letters = Integer.parseInt(arguments[2]);
    Corpus corpus = new Corpus(Long.parseLong(arguments[3]), Integer.parseInt(arguments[4]));
    switch (arguments[0]) {
      case "files" -> writeFiles(corpus, letters, target);
      case "mixed" -> writeMixed(new MixedMail(corpus.seed()), letters, target);
      case "maildir" -> writeMaildir(corpus, letters, target);
      case "mbox" -> writeMbox(corpus, letters, target);
      default ->
          throw new IllegalArgumentException("files, mixed, maildir or mbox: " + arguments[0]);
    }
  }

  /** One file for each letter, its kind in the name. */
  public static void writeFiles(Corpus corpus, int letters, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < letters; i++) {
      Letter letter = corpus.letter(i);
      Files.write(folder.resolve("%06d-%s.eml".formatted(i, letter.kind())), letter.octets());
    }
  }

  /** One file for each letter of mixed mail. */
  public static void writeMixed(MixedMail mail, int letters, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < letters; i++) {
      Files.write(folder.resolve("%06d-MIXED.eml".formatted(i)), mail.letter(i));
    }
  }

  /** A Maildir with all letters in {@code cur}, as they are. */
  public static void writeMaildir(Corpus corpus, int letters, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("new"));
    Files.createDirectories(folder.resolve("tmp"));
    Path current = Files.createDirectories(folder.resolve("cur"));
    for (int i = 0; i < letters; i++) {
      Files.write(
          current.resolve("%010d.%d.corpus:2,S".formatted(i, i)), corpus.letter(i).octets());
    }
  }

  /** An mbox in the reversible form (mboxrd); a letter without a final newline gets one. */
  public static void writeMbox(Corpus corpus, int letters, Path file) throws IOException {
    try (OutputStream mbox = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < letters; i++) {
        String text = new String(corpus.letter(i).octets(), ISO_8859_1).replace("\r\n", "\n");
        String quoted = FROM.matcher(text).replaceAll(">$1");
        String end = quoted.endsWith("\n") ? "\n" : "\n\n";
        String entry = "From corpus@example Thu Jan  1 00:00:00 2026\n" + quoted + end;
        mbox.write(entry.getBytes(ISO_8859_1));
      }
    }
  }
}
