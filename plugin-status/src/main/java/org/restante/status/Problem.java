package org.restante.status;

import org.restante.account.Authentication;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a command is not done: what the client is told, and how it counts. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  private final String reply;
  private final CommandResult result;

  private Problem(String reply, CommandResult result) {
    super(reply, null, false, false);
    this.reply = reply;
    this.result = result;
  }

  /** Not understood, or not now. */
  static Problem syntax(String text) {
    return new Problem("500 " + text, CommandResult.BAD);
  }

  /** Understood, and no. */
  static Problem refused(String reply) {
    return new Problem(reply, CommandResult.NO);
  }

  /** A login that is none. */
  static Problem denied(Authentication.Reason reason) {
    return switch (reason) {
      case INVALID_CREDENTIALS -> refused("535 name or password is wrong");
      case DISABLED -> refused("535 the account is disabled");
      case THROTTLED -> refused("454 too many logins, wait a while");
      case UNAVAILABLE -> refused("454 no logins now, try later");
    };
  }

  /** The one place where whatever goes wrong becomes a reply, a log line and a figure. */
  static Problem of(RuntimeException cause, Connection connection) {
    return switch (cause) {
      case Problem known -> known;
      case LineTooLong tooLong -> syntax("line too long");
      case InvalidMailboxName invalid -> refused("553 no mailbox can have this name");
      case StoreUnavailable unavailable -> refused("451 mail is not available now, try later");
      case MailRefusal refusal -> refused("550 not possible");
      default -> {
        connection.meter().fault();
        LOG.error("status connection {}: internal", connection.id(), cause);
        yield refused("451 internal error");
      }
    };
  }

  String reply() {
    return reply;
  }

  CommandResult result() {
    return result;
  }
}
