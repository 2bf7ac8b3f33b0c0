package org.restante.launcher.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.archive.ArchiveWriter;
import org.restante.archive.ArchivedLetter;
import org.restante.archive.ArchivedMailbox;
import org.restante.launcher.admin.AdminClient;

/**
 * Sends letters to a server, many in a request: each part is an archive of its own, and when it is
 * answered its letters are durable. One thread.
 */
public final class Upload {

  /** A larger letter is a part of its own and is not held. */
  private static final int HELD = 1 << 20;

  private static final int MOST = 2_000;
  private static final long MOST_OCTETS = 8 << 20;

  private final AdminClient admin;
  private final String path;
  private final Tally tally;
  private final List<Pending> pending = new ArrayList<>();
  private long octets;
  private long settled;

  /** Into this account; counts there. */
  public Upload(AdminClient admin, String account, Tally tally) {
    this.admin = admin;
    this.path = "/archives/" + AdminClient.encode(account);
    this.tally = tally;
  }

  /** A letter, its mailbox, and its name for the operator. */
  private record Pending(
      ArchivedMailbox mailbox,
      ArchivedLetter about,
      ArchiveWriter.Content content,
      String source) {}

  /** Letters whose part was answered. */
  public long settled() {
    return settled;
  }

  /** Mailboxes that may have no letters. */
  public void mailboxes(List<ArchivedMailbox> mailboxes) throws IOException {
    send(List.of(), mailboxes);
  }

  /** A letter; its content is read before this returns. */
  public void add(ArchivedMailbox mailbox, ArchivedLetter about, InputStream content, String source)
      throws IOException {
    if (about.size() > HELD) {
      flush();
      Pending alone = new Pending(mailbox, about, out -> content.transferTo(out), source);
      send(List.of(alone), List.of(mailbox));
      return;
    }
    byte[] held = content.readAllBytes();
    pending.add(new Pending(mailbox, about, out -> out.write(held), source));
    octets += held.length;
    if (pending.size() >= MOST || octets >= MOST_OCTETS) {
      flush();
    }
  }

  /** Sends what is held. */
  public void flush() throws IOException {
    if (!pending.isEmpty()) {
      Set<ArchivedMailbox> mailboxes = new LinkedHashSet<>();
      pending.forEach(each -> mailboxes.add(each.mailbox()));
      send(pending, List.copyOf(mailboxes));
      pending.clear();
      octets = 0;
    }
  }

  private void send(List<Pending> letters, List<ArchivedMailbox> mailboxes) throws IOException {
    Map<String, Object> answer =
        admin.octets(
            path,
            "application/x-tar",
            out -> {
              try (ArchiveWriter writer = new ArchiveWriter(out)) {
                writer.mailboxes(mailboxes);
                for (Pending each : letters) {
                  writer.letter(each.about(), each.content());
                }
              }
            });
    Map<String, String> sources = new HashMap<>();
    letters.forEach(each -> sources.put(each.about().place(), each.source()));
    for (Object refused : (List<?>) answer.getOrDefault("refused", List.of())) {
      Map<?, ?> row = (Map<?, ?>) refused;
      Object place = row.get("letter");
      tally.failed(
          sources.getOrDefault(String.valueOf(place), place + "") + ": " + row.get("reason"));
    }
    tally.done(number(answer.get("imported")) + number(answer.get("present")));
    settled += letters.size();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
