package org.restante.imap.session;

import org.restante.imap.syntax.LiteralTooBig;
import org.restante.imap.syntax.SyntaxError;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
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

/** Every way in which a command fails, as reply and log line; the reply's kind is the metric's. */
final class Failure {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  private Failure() {}

  /**
   * The tagged response to a failure. What ends the connection is thrown on.
   *
   * @rfc 5530 3
   */
  static Completion reply(RuntimeException failure, String command, Connection connection) {
    return switch (failure) {
      case ConnectionLost lost -> throw lost;
      case LineTooLong tooLong -> throw tooLong;
      case LiteralTooBig tooBig -> tooBig(tooBig);
      case SyntaxError error -> Completion.bad("Syntax: " + error.getMessage());
      case Refused refused -> refused.completion();
      case MailRefusal refusal -> refusal(refusal, command, connection.id());
      default -> {
        connection.meter().fault();
        LOG.error("connection {}: {} failed", connection.id(), command, failure);
        yield Completion.no("SERVERBUG", "Internal error");
      }
    };
  }

  /**
   * A literal that should have waited for its invitation is a mistake of the client's.
   *
   * @rfc 7888 5
   */
  private static Completion tooBig(LiteralTooBig literal) {
    return switch (literal.which()) {
      case REFUSED -> Completion.no("TOOBIG", "A literal is too big");
      case UNINVITED -> new Completion(CommandResult.BAD, "TOOBIG", "Wait before a large literal");
      case LOST -> throw literal;
    };
  }

  private static Completion refusal(MailRefusal refusal, String command, long connection) {
    return switch (refusal) {
      case NoSuchMailbox missing -> Completion.no("NONEXISTENT", "There is no such mailbox");
      case MailboxExists exists -> Completion.no("ALREADYEXISTS", "The mailbox exists already");
      case InvalidMailboxName name -> Completion.no("CANNOT", "No mailbox can have this name");
      case NotPermitted denied -> Completion.no("CANNOT", "This can't be done to this mailbox");
      case OverQuota full -> Completion.no("OVERQUOTA", "The account is full");
      case LimitReached limit -> Completion.no("LIMIT", "Not done: " + limit.getMessage());
      case NoSuchAccount gone -> Completion.no("CONTACTADMIN", "The account is gone");
      case DamagedMessage damaged -> {
        LOG.error("connection {}: {}: {}", connection, command, damaged.getMessage());
        yield Completion.no("CORRUPTION", "A message is damaged");
      }
      case DiskFull full -> { // for a time, which is what UNAVAILABLE says; LIMIT would be for good
        LOG.info("connection {}: {}: {}", connection, command, full.getMessage());
        yield Completion.no("UNAVAILABLE", "The disk is full; try again later");
      }
      case StoreUnavailable unavailable -> {
        LOG.warn("connection {}: {}: {}", connection, command, unavailable.getMessage());
        yield Completion.no("UNAVAILABLE", "The mail store can't serve now; try again later");
      }
    };
  }
}
