package org.restante.mailstore.mutation;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.message.UidSet;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;

/**
 * Renames a hierarchy of mailboxes.
 *
 * @rfc 3501 6.3.5
 */
public final class Renaming {
  private Renaming() {}

  /** Renames a mailbox and all below it; INBOX only loses its messages to the new name. */
  public static void rename(Commit commit, MailboxName from, MailboxName to) {
    if (from.isInbox()) {
      renameInbox(commit, to);
      return;
    }
    Set<MailboxRow> moving =
        commit.state().mailboxes().all().stream()
            .map(MailboxState::row)
            .filter(row -> row.name().equals(from) || row.name().isBelow(from))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (moving.isEmpty()) {
      throw new NoSuchMailbox(from.toString());
    }
    if (to.isBelow(from)) {
      throw new NotPermitted("a mailbox can't be moved below itself");
    }
    if (commit.state().mailboxes().find(to) != null) {
      throw new MailboxExists(to.toString());
    }
    for (MailboxRow row : moving) {
      MailboxName name = row.name().moved(from, to);
      MailboxState other = commit.state().mailboxes().find(name);
      if (other != null && !moving.contains(other.row())) {
        throw new MailboxExists(name.toString());
      }
      commit.mailbox(row.named(name));
      commit.tell(row.id());
    }
  }

  private static void renameInbox(Commit commit, MailboxName to) {
    MailboxRow target = Mailboxes.create(commit, to, Optional.empty());
    Copying.move(commit, commit.mailbox(MailboxName.INBOX).id(), UidSet.ALL, target.id());
  }
}
