package org.restante.launcher.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Mailboxes as folders of a Maildir++: {@code Lists/java} is {@code .Lists.java}, INBOX the Maildir
 * itself. A dot or a backslash in a level is written as {@code \2e} or {@code \5c}, as Dovecot's
 * listescape does.
 */
public final class FolderName {

  /** The file with a folder's keywords: a number and a keyword in each line. */
  public static final String KEYWORDS = "dovecot-keywords";

  private FolderName() {}

  /** The folder's name below the Maildir; empty for INBOX. */
  public static String of(String mailbox) {
    if (mailbox.equals("INBOX")) {
      return "";
    }
    return "." + mailbox.replace("\\", "\\5c").replace(".", "\\2e").replace('/', '.');
  }

  /** The mailbox of a folder. */
  static String mailbox(String folder) {
    String name = folder.startsWith(".") ? folder.substring(1) : folder;
    return name.replace('.', '/').replace("\\2e", ".").replace("\\5c", "\\");
  }

  /** A folder's keywords by their letters: the first is a. */
  public static List<String> keywords(Path file) throws IOException {
    List<String> keywords = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split(" ", 2);
      if (words.length == 2 && words[0].matches("[0-9]{1,2}")) {
        int index = Integer.parseInt(words[0]);
        while (keywords.size() <= index) {
          keywords.add("");
        }
        keywords.set(index, words[1]);
      }
    }
    return keywords;
  }
}
