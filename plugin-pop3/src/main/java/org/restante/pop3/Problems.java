package org.restante.pop3;

import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client, the log and the meters are told about a problem.
 *
 * @param text what follows {@code -ERR}
 * @param result how the command counts
 */
record Problems(String text, CommandResult result) {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The one place where problems of a session become words. */
  static Problems of(RuntimeException problem, Connection connection) {
    return switch (problem) {
      case Problem.Syntax syntax -> new Problems(syntax.text(), CommandResult.BAD);
      case Problem.Refused refused -> new Problems(refused.text(), CommandResult.NO);
      case LineTooLong tooLong -> new Problems("line too long", CommandResult.BAD);
      case DamagedMessage damaged -> {
        LOG.atError().setCause(damaged).log("pop3 connection {}", connection.id());
        yield new Problems(words(damaged), CommandResult.NO);
      }
      case MailRefusal refusal -> {
        LOG.atInfo().log("pop3 connection {}: {}", connection.id(), refusal.getMessage());
        yield new Problems(words(refusal), CommandResult.NO);
      }
      default -> {
        connection.meter().fault();
        LOG.atError().setCause(problem).log("pop3 connection {}: internal", connection.id());
        yield new Problems("[SYS/TEMP] internal error", CommandResult.NO);
      }
    };
  }

  private static String words(MailRefusal refusal) {
    return switch (refusal) {
      case StoreUnavailable unavailable -> "[SYS/TEMP] mail is not available now, try again later";
      case DiskFull full -> "[SYS/TEMP] the disk is full, try again later";
      case DamagedMessage damaged -> "[SYS/PERM] this message can't be read";
      case NoSuchAccount gone -> "[SYS/PERM] there is no maildrop";
      case NoSuchMailbox gone -> "[SYS/PERM] there is no maildrop";
      case NotPermitted no -> "[SYS/PERM] not permitted";
      case MailboxExists exists -> "[SYS/PERM] not possible";
      case InvalidMailboxName name -> "[SYS/PERM] not possible";
      case OverQuota quota -> "[SYS/TEMP] not possible now";
      case LimitReached limit -> "[SYS/TEMP] not possible now";
    };
  }
}
