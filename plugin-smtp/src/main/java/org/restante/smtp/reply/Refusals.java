package org.restante.smtp.reply;

import org.restante.refusal.DamagedMessage;
import org.restante.refusal.DiskFull;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.LimitReached;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;
import org.restante.refusal.OverQuota;
import org.restante.refusal.StoreUnavailable;

/** The store's refusals in the words of SMTP. */
public final class Refusals {

  /** An account has no room for the letter now. */
  public static final Reply FULL = Reply.of(452, "4.2.2", "mailbox full");

  private Refusals() {}

  /**
   * The reply to a refusal: the one place where they are mapped.
   *
   * @rfc 5321 4.2.3
   * @rfc 3463 3.4
   */
  public static Reply reply(MailRefusal refusal) {
    return switch (refusal) {
      case NoSuchAccount gone -> Reply.of(550, "5.1.1", "no such mailbox");
      case OverQuota quota -> FULL;
      case StoreUnavailable unavailable ->
          Reply.of(451, "4.3.2", "mail can't be taken now, try again later");
      case DiskFull full -> Reply.of(452, "4.3.1", "the disk is full, try again later");
      case LimitReached limit -> Reply.of(452, "4.3.1", "a limit is reached, try again later");
      case DamagedMessage damaged -> Reply.of(451, "4.3.0", "not possible now, try again later");
      case NotPermitted no -> Reply.of(550, "5.7.1", "not permitted");
      case NoSuchMailbox gone -> Reply.of(550, "5.2.1", "mailbox takes no mail");
      case MailboxExists exists -> Reply.of(550, "5.2.0", "not possible");
      case InvalidMailboxName name -> Reply.of(550, "5.2.0", "not possible");
    };
  }
}
