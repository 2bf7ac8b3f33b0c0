package org.restante.admin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.restante.admin.api.FlagNames;
import org.restante.archive.ArchivePart.Letter;
import org.restante.archive.ArchivedLetter;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.refusal.DiskFull;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.OverQuota;
import org.restante.refusal.StoreUnavailable;

/** Letters that go into one mailbox by one commit. */
final class Arrivals implements AutoCloseable {

  private static final int MOST = 200;
  private static final long MOST_OCTETS = 4 << 20;
  private static final int PIECE = 64 * 1024;

  private final MailStore store;
  private final Target target;
  private final BiConsumer<ArchivedLetter, String> refuse;
  private final List<Arrival> arrivals = new ArrayList<>();
  private long octets;

  /**
   * A letter with its content in the store.
   *
   * @param about from the archive
   * @param message to append
   * @param saveDate when it came into its mailbox, elsewhere
   */
  record Arrival(ArchivedLetter about, NewMessage message, Instant saveDate) {}

  Arrivals(MailStore store, Target target, BiConsumer<ArchivedLetter, String> refuse) {
    this.store = store;
    this.target = target;
    this.refuse = refuse;
  }

  Target target() {
    return target;
  }

  boolean isFull() {
    return arrivals.size() >= MOST || octets >= MOST_OCTETS;
  }

  /** Takes a letter in, unless it is damaged. */
  void add(Letter letter) throws IOException {
    ArchivedLetter about = letter.about();
    MessageDraft draft = store.draft(about.size());
    boolean kept = false;
    try {
      String digest = copy(letter.content(), draft);
      if (about.sha256().filter(expected -> !expected.equals(digest)).isPresent()) {
        refuse.accept(about, "damaged: its octets have another digest");
        return;
      }
      OffsetDateTime received = date(about.internalDate());
      NewMessage message = new NewMessage(draft, FlagNames.flags(about.flags()), received);
      arrivals.add(new Arrival(about, message, saved(about)));
      octets += about.size();
      kept = true;
    } finally {
      if (!kept) {
        draft.close();
      }
    }
  }

  /** Appends them all; where that is refused, one by one, so that each refusal has a name. */
  long append() {
    if (arrivals.isEmpty()) {
      return 0;
    }
    try {
      target.append(store, arrivals);
      return arrivals.size();
    } catch (StoreUnavailable | DiskFull later) {
      throw later;
    } catch (MailRefusal oneOfThem) {
      return arrivals.stream().filter(this::appendAlone).count();
    }
  }

  private boolean appendAlone(Arrival arrival) {
    try {
      target.append(store, List.of(arrival));
      return true;
    } catch (StoreUnavailable | DiskFull later) {
      throw later;
    } catch (MailRefusal refusal) {
      if (refusal instanceof OverQuota && target.exact() != null) {
        // the next ones would take the UIDs above: this one could never come any more
        throw refusal;
      }
      refuse.accept(arrival.about(), String.valueOf(refusal.getMessage()));
      return false;
    }
  }

  @Override
  public void close() {
    arrivals.forEach(arrival -> arrival.message().content().close());
  }

  /** The digest in hexadecimal. */
  private static String copy(InputStream from, MessageDraft to) throws IOException {
    LetterDigest digest = new LetterDigest();
    byte[] piece = new byte[PIECE];
    for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
      digest.write(piece, 0, count);
      to.write(piece, 0, count);
    }
    return digest.end();
  }

  private static OffsetDateTime date(String text) throws IOException {
    try {
      return OffsetDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException malformed) {
      throw new IOException("the archive is damaged: «" + text + "» is no time", malformed);
    }
  }

  private static Instant saved(ArchivedLetter about) throws IOException {
    return about.saveDate().isPresent()
        ? date(about.saveDate().get()).toInstant()
        : Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
