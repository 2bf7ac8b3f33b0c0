package org.restante.smtp;

import org.restante.protocol.CloseReason;
import org.restante.smtp.letter.DataDecoder;
import org.restante.smtp.letter.IncomingLetter;
import org.restante.smtp.letter.Input;
import org.restante.smtp.reply.Reply;

/**
 * DATA: the letter, and its delivery.
 *
 * @rfc 5321 4.1.1.4
 * @rfc 2033 4.2
 */
record Data() implements Command {

  private static final int PIECE_OCTETS = 16 * 1024;

  static Data read(Arguments arguments) {
    arguments.expectNothing();
    return new Data();
  }

  @Override
  public void run(SmtpSession session) {
    Transaction transaction = session.expectTransaction();
    requireRecipients(session, transaction);
    try {
      Arrival arrival = Arrival.begin(session, transaction);
      try (IncomingLetter letter = arrival.letter()) {
        session.reply(Reply.of(354, "", "end with <CRLF>.<CRLF>"));
        session.connection().flush();
        receive(session, letter);
        session.reply(arrival.deliver(session, transaction));
      }
    } finally {
      session.endTransaction();
    }
  }

  private static void requireRecipients(SmtpSession session, Transaction transaction) {
    if (!transaction.expectsLetter()) {
      throw Problem.sequence("not after BDAT");
    }
    if (transaction.recipients().isEmpty()) {
      throw session.role() == Role.LMTP
          ? Problem.sequence("no valid recipients")
          : new Problem.Syntax(554, "5.5.1", "no valid recipients");
    }
  }

  private static void receive(SmtpSession session, IncomingLetter letter) {
    Input input = session.input();
    DataDecoder decoder = new DataDecoder(letter);
    byte[] piece = new byte[PIECE_OCTETS];
    long most = 2 * session.connection().limits().messageOctets();
    while (!decoder.ended() && letter.received() <= most) {
      int length = input.read(piece, 0, piece.length);
      int taken = decoder.take(piece, length);
      input.unread(piece, taken, length - taken);
    }
    if (!decoder.ended()) {
      // A client that does not stop: nothing that follows can be told from a command.
      session.close(CloseReason.ERROR);
    }
  }
}
