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
      session.multiLine("top of the message", answer -> send(content, answer));
    }
  }

  private void send(MessageContent content, MultiLineWriter answer) {
    TopLimit limit = new TopLimit(lines);
    byte[] piece = new byte[(int) Math.max(1, Math.min(PIECE_OCTETS, content.size()))];
    long position = 0;
    while (!limit.reached()) {
      int length = content.read(position, piece, 0, piece.length);
      if (length <= 0) {
        return;
      }
      answer.write(piece, 0, limit.take(piece, length));
      position += length;
    }
  }
}
