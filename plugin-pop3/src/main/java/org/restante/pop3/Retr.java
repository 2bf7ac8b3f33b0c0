package org.restante.pop3;

import org.restante.message.MessageContent;
import org.restante.pop3.multiline.MultiLineWriter;

/**
 * RETR: a message, read piece by piece as the client takes it.
 *
 * @rfc 1939 5
 */
record Retr(int message) implements Command {

  private static final int PIECE_OCTETS = 32 * 1024;

  static Retr read(Arguments arguments) {
    return new Retr(arguments.expectMessage());
  }

  @Override
  public void run(Pop3Session session) {
    int number = session.expectMessage(message);
    try (MessageContent content = session.maildrop().content(number).orElseThrow(Retr::gone)) {
      LetterPieces pieces = new LetterPieces(content, PIECE_OCTETS);
      session.multiLine(content.size() + " octets", answer -> send(pieces, answer));
    }
    session.maildrop().retrieved(number);
    session.services().meters().count(Pop3Meters.Series.RETRIEVED, 1);
  }

  private static void send(LetterPieces pieces, MultiLineWriter answer) {
    for (; !pieces.ended(); pieces.next()) {
      answer.write(pieces.octets(), 0, pieces.length());
    }
  }

  /** Another session, of IMAP for instance, has removed it since the login. */
  static Problem gone() {
    return new Problem.Refused("the message is not there any more");
  }
}
