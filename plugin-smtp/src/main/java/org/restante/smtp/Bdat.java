package org.restante.smtp;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.protocol.CloseReason;
import org.restante.smtp.letter.IncomingLetter;
import org.restante.smtp.reply.Reply;

/**
 * BDAT: a chunk of the letter, octets counted rather than stuffed; with the last one its delivery.
 *
 * @param size octets that follow the command line; they are read whatever becomes of them
 * @param last whether the letter ends with this chunk
 * @rfc 3030 2
 * @rfc 2033 4.3
 */
record Bdat(long size, boolean last) implements Command {

  private static final int PIECE_OCTETS = 16 * 1024;

  static Bdat read(Arguments arguments) {
    String[] words = arguments.expectWords(2);
    boolean last = words.length == 2;
    OptionalLong size = Arguments.octets(words[0]);
    if (size.isEmpty() || last && !words[1].equalsIgnoreCase("LAST")) {
      throw Problem.arguments("BDAT has a size and LAST or nothing");
    }
    return new Bdat(size.getAsLong(), last);
  }

  @Override
  public void run(SmtpSession session) {
    if (size > 2 * session.connection().limits().messageOctets()) {
      session.close(CloseReason.ERROR);
      throw new Problem.Refused(552, "5.3.4", "the chunk is too large");
    }
    if (!session.inTransaction()) {
      receive(session, null);
      throw Problem.sequence("no transaction for this chunk");
    }
    Transaction transaction = session.expectTransaction();
    if (transaction.broken()) {
      afterFailure(session, transaction);
    } else if (transaction.recipients().isEmpty()) {
      withoutRecipients(session, transaction);
    } else {
      chunk(session, transaction);
    }
  }

  /** RFC 2033 §4.3: the last chunk has one reply for each recipient, so none for nobody. */
  private void withoutRecipients(SmtpSession session, Transaction transaction) {
    receive(session, null);
    if (last && session.role() == Role.LMTP) {
      session.endTransaction();
      session.reply(List.of());
      return;
    }
    transaction.breakOff();
    throw Problem.sequence("no valid recipients");
  }

  /** A chunk before this one failed; the last one still has a reply for each recipient of LMTP. */
  private void afterFailure(SmtpSession session, Transaction transaction) {
    receive(session, null);
    if (last && session.role() == Role.LMTP) {
      session.endTransaction();
      Reply reply = Reply.of(503, "5.5.1", "a chunk before this one failed");
      session.reply(Collections.nCopies(transaction.recipients().size(), reply));
      return;
    }
    throw Problem.sequence("a chunk before this one failed: RSET first");
  }

  private void chunk(SmtpSession session, Transaction transaction) {
    Arrival arrival;
    try {
      arrival = arrival(session, transaction);
    } catch (RuntimeException e) {
      receive(session, null);
      transaction.breakOff();
      throw e;
    }
    receive(session, arrival.letter());
    if (last) {
      List<Reply> replies = arrival.deliver(session, transaction);
      session.endTransaction();
      session.reply(replies);
    } else if (arrival.letter().tooLarge()) {
      transaction.breakOff();
      throw new Problem.Refused(552, "5.3.4", "the letter is too large");
    } else {
      session.reply(Reply.of(250, "2.0.0", size + " octets received"));
    }
  }

  private static Arrival arrival(SmtpSession session, Transaction transaction) {
    Arrival begun = transaction.chunks();
    if (begun == null) {
      begun = Arrival.begin(session, transaction);
      transaction.chunks(begun);
    }
    return begun;
  }

  private void receive(SmtpSession session, @Nullable IncomingLetter letter) {
    byte[] piece = new byte[(int) Math.max(1, Math.min(PIECE_OCTETS, size))];
    long left = size;
    while (left > 0) {
      int length = session.input().read(piece, 0, (int) Math.min(piece.length, left));
      if (letter != null) {
        letter.write(piece, 0, length);
      }
      left -= length;
    }
  }
}
