package org.restante.imap.append;

import java.util.ArrayList;
import java.util.List;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.Literal;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;

/**
 * Takes in the messages of one command, piece by piece. Whatever can be refused is refused before
 * the client is invited to send the octets.
 */
final class Upload implements AutoCloseable {
  private static final int PIECE = 16 * 1024;
  private static final int MOST_MESSAGES = 1000;

  private final Conversation conversation;
  private final ImapReader in;
  private final List<MessageDraft> drafts = new ArrayList<>();

  Upload(Conversation conversation, ImapReader in) {
    this.conversation = conversation;
    this.in = in;
  }

  /**
   * One message, and the end of the command.
   *
   * @rfc 8508 3.2
   */
  NewMessage one(AppendedMessage announced) {
    NewMessage message = receive(announced);
    in.expectEnd();
    return message;
  }

  /**
   * This message and all that follow it.
   *
   * @rfc 3502 6.3.11
   */
  List<NewMessage> all(AppendedMessage first) {
    List<NewMessage> messages = new ArrayList<>();
    messages.add(receive(first));
    while (in.take(' ')) {
      if (messages.size() == MOST_MESSAGES) {
        throw new Refused("LIMIT", "Too many messages in one command");
      }
      messages.add(receive(AppendedMessage.read(in)));
    }
    in.expectEnd();
    return messages;
  }

  private NewMessage receive(AppendedMessage announced) {
    check(announced.literal());
    MessageDraft draft = conversation.store().draft(announced.literal().size());
    drafts.add(draft);
    HeaderScan header = new HeaderScan();
    copy(announced.literal(), draft, header);
    in.endLiteral();
    if (announced.closing()) {
      in.expect(')');
    }
    if (header.isEightBit() && !takesUtf8()) {
      throw new Refused("CANNOT", "Enable UTF8=ACCEPT to append a header that is not in ASCII");
    }
    return announced.with(draft);
  }

  /**
   * The size first: a client is not asked for what is not taken.
   *
   * @rfc 7889 4
   * @rfc 3502 6.3.11
   */
  private void check(Literal literal) {
    if (literal.size() > conversation.connection().limits().messageOctets()) {
      throw new Refused("TOOBIG", "The message is too big");
    }
    if (literal.size() == 0) {
      throw new Refused("CANNOT", "The message is empty");
    }
  }

  /**
   * Who has enabled nothing must not write UTF-8 into headers.
   *
   * @rfc 6855 4
   */
  private boolean takesUtf8() {
    return conversation.has(Feature.UTF8_ACCEPT) || conversation.has(Feature.IMAP4REV2);
  }

  private static void copy(Literal literal, MessageDraft draft, HeaderScan header) {
    byte[] piece = new byte[(int) Math.min(PIECE, literal.size())];
    int read = literal.read(piece, 0, piece.length);
    while (read > 0) {
      header.add(piece, read);
      draft.write(piece, 0, read);
      read = literal.read(piece, 0, piece.length);
    }
  }

  @Override
  public void close() {
    drafts.forEach(MessageDraft::close);
  }
}
