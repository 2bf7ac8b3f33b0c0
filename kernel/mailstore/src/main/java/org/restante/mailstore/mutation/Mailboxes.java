package org.restante.mailstore.mutation;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.UidSet;
import org.restante.refusal.LimitReached;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NotPermitted;

/** Creates, deletes and subscribes mailboxes. */
public final class Mailboxes {
  private Mailboxes() {}

  /** Creates a mailbox. */
  public static MailboxRow create(
      Commit commit, MailboxName name, Optional<SpecialUse> specialUse) {
    if (commit.state().mailboxes().find(name) != null) {
      throw new MailboxExists(name.toString());
    }
    checkRoom(commit);
    long uidValidity = uidValidity(commit.account().lastUidValidity());
    MailboxRow row =
        MailboxRow.created(
            commit.account().nextMailboxId(), name, specialUse, uidValidity, commit.modSeq());
    commit.account(commit.account().withMailbox(uidValidity));
    commit.mailbox(row);
    commit.tell(row.id());
    return row;
  }

  /** Refuses one more mailbox where there are as many as there may be. */
  static void checkRoom(Commit commit) {
    if (commit.state().mailboxes().size() >= commit.settings().mailboxes()) {
      throw new LimitReached(
          "an account has at most " + commit.settings().mailboxes() + " mailboxes");
    }
  }

  /**
   * The seconds of the clock, or one above the last one given: a name that is used again never has
   * a UIDVALIDITY it had before. Where the highest one there can be was imported, the clock's.
   *
   * @rfc 3501 2.3.1.1
   */
  public static long uidValidity(long last) {
    long now = Instant.now().getEpochSecond();
    return last >= 0xffff_ffffL ? now : Math.max(now, last + 1);
  }

  /**
   * Deletes a mailbox; its messages stop counting at once, and are retained or removed.
   *
   * @return the mailbox that was
   */
  public static MailboxRow delete(Commit commit, MailboxName name) {
    if (name.isInbox()) {
      throw new NotPermitted("INBOX can't be deleted");
    }
    MailboxRow row = commit.mailbox(name);
    commit.use(-row.counters().octets(), -row.counters().exists());
    commit.drop(row.id());
    Retaining.deleted(commit, row);
    return row;
  }

  /** Subscribes a name, whether or not there is a mailbox, or takes it back. */
  public static void subscribe(Commit commit, MailboxName name, boolean subscribed) {
    TreeSet<MailboxName> names = new TreeSet<>(commit.state().subscriptions());
    boolean changes = subscribed ? names.add(name) : names.remove(name);
    if (!changes) {
      return;
    }
    if (names.size() > commit.settings().mailboxes()) {
      throw new LimitReached(
          "an account has at most " + commit.settings().mailboxes() + " subscriptions");
    }
    if (subscribed) {
      commit.batch().put(Schema.subscribedKey(name), Codec.empty());
    } else {
      commit.batch().delete(Schema.subscribedKey(name));
    }
    commit.subscriptions(Collections.unmodifiableSet(names));
    MailboxState mailbox = commit.state().mailboxes().find(name);
    commit.log(mailbox == null ? 0 : mailbox.row().id(), ChangeRow.Kind.MAILBOX, UidSet.EMPTY);
  }
}
