package org.restante.smtp;

import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
import org.restante.refusal.MailRefusal;
import org.restante.smtp.path.MalformedPath;
import org.restante.smtp.reply.Refusals;
import org.restante.smtp.reply.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client, the log and the meters are told about a problem.
 *
 * @param reply the words
 * @param result how the command counts
 */
record Problems(Reply reply, CommandResult result) {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** The one place where problems of a session become words. */
  static Problems of(RuntimeException problem, Connection connection) {
    return switch (problem) {
      case Problem.Syntax syntax -> new Problems(syntax.reply(), CommandResult.BAD);
      case Problem.Refused refused -> new Problems(refused.reply(), CommandResult.NO);
      case MalformedPath path -> new Problems(path.reply(), CommandResult.BAD);
      case LineTooLong tooLong ->
          new Problems(Reply.of(500, "5.5.2", "line too long"), CommandResult.BAD);
      case MailRefusal refusal -> {
        LOG.atInfo().log("smtp connection {}: {}", connection.id(), refusal.getMessage());
        yield new Problems(Refusals.reply(refusal), CommandResult.NO);
      }
      default -> {
        connection.meter().fault();
        LOG.atError().setCause(problem).log("smtp connection {}: internal", connection.id());
        yield new Problems(
            Reply.of(451, "4.3.0", "internal error, try again later"), CommandResult.NO);
      }
    };
  }
}
