package org.restante.smtp;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.message.MessageDraft;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.letter.IncomingLetter;
import org.restante.smtp.letter.MissingFields;
import org.restante.smtp.letter.Trace;
import org.restante.smtp.path.Path;
import org.restante.smtp.reply.Reply;

/**
 * A letter that is coming in.
 *
 * @param letter its octets
 * @param id its id
 * @param time when it began to come
 */
record Arrival(IncomingLetter letter, String id, OffsetDateTime time) {

  /** A letter of this session's transaction, its trace fields written. */
  static Arrival begin(SmtpSession session, Transaction transaction) {
    OffsetDateTime time =
        OffsetDateTime.now(session.services().clock()).truncatedTo(ChronoUnit.SECONDS);
    String id = session.services().ids().next();
    Connection connection = session.connection();
    MessageDraft draft = session.services().store().draft();
    IncomingLetter letter =
        new IncomingLetter(
            draft, connection.limits().messageOctets(), missingFields(session, id, time));
    try {
      letter.prepend(
          new Trace(
                  transaction.sender(),
                  session.hello().name(),
                  connection.peer().getAddress(),
                  connection.listener().hostname(),
                  session.protocolName(),
                  id,
                  onlyRecipient(transaction),
                  time)
              .fields());
    } catch (RuntimeException e) {
      letter.close();
      throw e;
    }
    return new Arrival(letter, id, time);
  }

  /** Delivers it; a reply for each recipient. */
  List<Reply> deliver(SmtpSession session, Transaction transaction) {
    if (letter.tooLarge()) {
      return forEach(transaction, Reply.of(552, "5.3.4", "the letter is too large"));
    }
    try {
      return session
          .services()
          .delivery()
          .deliver(
              letter,
              id,
              transaction.sender(),
              time,
              transaction.recipients(),
              session.role().meter());
    } catch (ConnectionLost lost) {
      throw lost;
    } catch (RuntimeException problem) {
      return forEach(transaction, Problems.of(problem, session.connection()).reply());
    }
  }

  private static List<Reply> forEach(Transaction transaction, Reply reply) {
    return Collections.nCopies(transaction.recipients().size(), reply);
  }

  private static Optional<Path> onlyRecipient(Transaction transaction) {
    List<AcceptedRecipient> recipients = transaction.recipients();
    return recipients.size() == 1 ? Optional.of(recipients.getFirst().path()) : Optional.empty();
  }

  private static @Nullable MissingFields missingFields(
      SmtpSession session, String id, OffsetDateTime time) {
    if (session.role() != Role.SUBMISSION) {
      return null;
    }
    String hostname = session.connection().listener().hostname();
    return new MissingFields(
        "Date: " + Trace.date(time) + "\r\n", "Message-ID: <" + id + "@" + hostname + ">\r\n");
  }
}
