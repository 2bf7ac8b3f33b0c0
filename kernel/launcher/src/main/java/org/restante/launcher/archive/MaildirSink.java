package org.restante.launcher.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.launcher.letter.FolderName;
import org.restante.launcher.letter.MaildirFlags;

/**
 * A Maildir++ with the keyword files of Dovecot. Letters that are there already stay: the next run
 * goes on behind them.
 */
public final class MaildirSink implements LetterSink {

  private static final int MOST_KEYWORDS = 26;

  private final Path root;
  private final Tally tally;
  private final Map<Long, Folder> folders = new HashMap<>();

  /** In this directory; what can't be kept is said there. */
  public MaildirSink(Path root, Tally tally) {
    this.root = root;
    this.tally = tally;
  }

  /** A folder with the names of its letters up to their flags, and its keywords by letter. */
  private record Folder(Path path, Set<String> there, List<String> keywords) {}

  @Override
  public void mailbox(ArchivedMailbox mailbox) throws IOException {
    Path path = root.resolve(FolderName.of(mailbox.name()));
    for (String each : List.of("cur", "new", "tmp")) {
      Files.createDirectories(path.resolve(each));
    }
    Set<String> there = new HashSet<>();
    try (var files = Files.list(path.resolve("cur"))) {
      files.map(file -> base(file.getFileName().toString())).forEach(there::add);
    }
    folders.put(mailbox.id(), new Folder(path, there, new ArrayList<>(known(path))));
  }

  @Override
  public void letter(ArchivedMailbox mailbox, ArchivedLetter about, InputStream content)
      throws IOException {
    Folder folder = folders.get(mailbox.id());
    if (folder == null) {
      throw new IOException("the mailbox " + mailbox.name() + " was not announced");
    }
    OffsetDateTime received = OffsetDateTime.parse(about.internalDate());
    String name =
        received.toEpochSecond() + ".V" + mailbox.uidValidity() + "U" + about.uid() + ".restante";
    if (!folder.there().add(name)) {
      return;
    }
    Path file = folder.path().resolve("tmp").resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      LfStream lines = new LfStream(out);
      content.transferTo(lines);
      lines.end();
    }
    Files.setLastModifiedTime(file, FileTime.from(received.toInstant()));
    Files.move(file, folder.path().resolve("cur").resolve(name + ":2," + letters(folder, about)));
  }

  @Override
  public void close() {}

  private String letters(Folder folder, ArchivedLetter about) throws IOException {
    TreeSet<Character> letters = new TreeSet<>();
    for (String flag : about.flags()) {
      Optional<Character> letter = MaildirFlags.letter(flag);
      if (letter.isPresent()) {
        letters.add(letter.get());
      } else {
        keyword(folder, about, flag, letters);
      }
    }
    StringBuilder text = new StringBuilder();
    letters.forEach(text::append);
    return text.toString();
  }

  private void keyword(Folder folder, ArchivedLetter about, String keyword, Set<Character> letters)
      throws IOException {
    int index = folder.keywords().indexOf(keyword);
    if (index < 0 && folder.keywords().size() < MOST_KEYWORDS) {
      index = folder.keywords().size();
      folder.keywords().add(keyword);
      write(folder);
    }
    if (index < 0) {
      tally.failed(
          about.place() + ": no letter for the keyword " + keyword + ": a Maildir has 26 of them");
    } else {
      letters.add((char) ('a' + index));
    }
  }

  private static void write(Folder folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < folder.keywords().size(); i++) {
      lines.append(i).append(' ').append(folder.keywords().get(i)).append('\n');
    }
    Files.writeString(folder.path().resolve(FolderName.KEYWORDS), lines);
  }

  private static List<String> known(Path folder) throws IOException {
    Path file = folder.resolve(FolderName.KEYWORDS);
    return Files.exists(file) ? FolderName.keywords(file) : List.of();
  }

  private static String base(String name) {
    int info = name.lastIndexOf(":2,");
    return info < 0 ? name : name.substring(0, info);
  }
}
