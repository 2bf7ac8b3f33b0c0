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
      session.multiLine(content.size() + " octets", answer -> send(content, answer));
    }
    session.maildrop().retrieved(number);
    session.services().meters().count(Pop3Meters.Series.RETRIEVED, 1);
  }

  private static void send(MessageContent content, MultiLineWriter answer) {
    byte[] piece = new byte[(int) Math.max(1, Math.min(PIECE_OCTETS, content.size()))];
    long position = 0;
    int length = content.read(position, piece, 0, piece.length);
    while (length > 0) {
      answer.write(piece, 0, length);
      position += length;
      length = content.read(position, piece, 0, piece.length);
    }
  }

  /** Another session, of IMAP for instance, has removed it since the login. */
  static Problem gone() {
    return new Problem.Refused("the message is not there any more");
  }
}
