package org.restante.pop3;

import org.restante.message.MessageContent;
import org.restante.pop3.multiline.MultiLineWriter;
import org.restante.pop3.multiline.TopLimit;

/**
 * TOP: the header, the blank line and the first lines of the body.
 *
 * @rfc 1939 7
 */
record Top(int message, int lines) implements Command {

  private static final int PIECE_OCTETS = 8 * 1024;

  static Top read(Arguments arguments) {
    return new Top(arguments.expectMessage(), arguments.expectLines());
  }

  @Override
  public void run(Pop3Session session) {
    int number = session.expectMessage(message);
    try (MessageContent content = session.maildrop().content(number).orElseThrow(Retr::gone)) {
      LetterPieces pieces = new LetterPieces(content, PIECE_OCTETS);
      session.multiLine("top of the message", answer -> send(pieces, answer));
    }
  }

  private void send(LetterPieces pieces, MultiLineWriter answer) {
    TopLimit limit = new TopLimit(lines);
    while (!limit.reached() && !pieces.ended()) {
      answer.write(pieces.octets(), 0, limit.take(pieces.octets(), pieces.length()));
      if (!limit.reached()) {
        pieces.next();
      }
    }
  }
}
