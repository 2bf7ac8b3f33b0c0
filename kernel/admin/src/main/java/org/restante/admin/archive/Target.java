package org.restante.admin.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.admin.http.Refusal;
import org.restante.archive.ArchivedLetter;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;
import org.restante.message.NewMessage;
import org.restante.message.StoredMessage;
import org.restante.refusal.DamagedMessage;

/**
 * A mailbox that letters of an archive go into.
 *
 * @param ref which
 * @param exact gives letters their own UIDs; null for new ones
 * @param uidNext its UIDNEXT when all are there
 * @param lastUid letters up to this UID are there already
 */
record Target(MailboxRef ref, @Nullable ExactImport exact, long uidNext, long lastUid) {

  /**
   * Whether a letter is there already, or was and has been expunged since.
   *
   * @throws Refusal if its UID is another letter's: two accounts of one second have the same
   *     UIDVALIDITY
   */
  boolean has(MailStore store, ArchivedLetter letter) {
    if (exact == null || letter.uid() > lastUid) {
      return false;
    }
    try (MailboxSnapshot snapshot = store.snapshot(ref)) {
      snapshot
          .message(letter.uid())
          .filter(there -> !isThe(letter, snapshot, there))
          .ifPresent(
              other -> {
                throw Targets.taken("the UID " + letter.uid());
              });
      return true;
    }
  }

  /** One whose octets can't be read any more is taken for the letter that it was. */
  private static boolean isThe(
      ArchivedLetter letter, MailboxSnapshot snapshot, StoredMessage there) {
    if (letter.sha256().isEmpty() || letter.size() != there.size()) {
      return false;
    }
    try (MessageContent content = snapshot.content(there)) {
      return letter.sha256().get().equals(LetterDigest.of(content));
    } catch (DamagedMessage e) {
      return true;
    }
  }

  /** All its letters are there. */
  void finish() {
    if (exact != null && uidNext > 0) {
      exact.raiseUidNext(ref, uidNext);
    }
  }

  void append(MailStore store, List<Arrivals.Arrival> arrivals) {
    List<NewMessage> messages = arrivals.stream().map(Arrivals.Arrival::message).toList();
    if (exact == null) {
      store.append(ref, messages);
    } else {
      exact.append(
          ref,
          arrivals.stream().map(arrival -> arrival.about().uid()).toList(),
          arrivals.stream().map(Arrivals.Arrival::saveDate).toList(),
          messages);
    }
  }
}
