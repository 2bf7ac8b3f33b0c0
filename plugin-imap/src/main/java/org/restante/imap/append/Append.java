package org.restante.imap.append;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.DateSyntax;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.Literal;
import org.restante.mailbox.Mailbox;
import org.restante.message.AppendOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;

/**
 * APPEND. Whatever can be refused is refused before the client is invited to send the message.
 *
 * @param date INTERNALDATE; absent for now
 * @param message the announced message
 * @param in where the command ends, behind the message
 * @rfc 3501 6.3.11
 * @rfc 4315 3
 */
public record Append(
    String mailbox, Flags flags, Optional<OffsetDateTime> date, Literal message, ImapReader in)
    implements Command.Personal {
  private static final int PIECE = 16 * 1024;

  /** Reads up to the announcement of the message. */
  public static Append read(ImapReader in) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    in.expectSpace();
    Flags flags = Flags.NONE;
    if (in.peek() == '(') {
      flags = FlagSyntax.expectList(in);
      in.expectSpace();
    }
    Optional<OffsetDateTime> date = Optional.empty();
    if (in.peek() == '"') {
      date = Optional.of(DateSyntax.expectDateTime(in));
      in.expectSpace();
    }
    return new Append(mailbox, flags, date, in.expectLiteral(), in);
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (message.size() > conversation.connection().limits().messageOctets()) {
      throw new Refused("TOOBIG", "The message is too big");
    }
    if (message.size() == 0) {
      throw new Refused("CANNOT", "The message is empty");
    }
    Mailbox target = conversation.target(account, mailbox);
    try (MessageDraft draft = conversation.store().draft()) {
      receive(draft);
      NewMessage arrived = new NewMessage(draft, flags, date.orElseGet(Append::now));
      AppendOutcome outcome = conversation.store().append(target.ref(), List.of(arrived));
      return Completion.ok(
          "APPENDUID " + outcome.uidValidity() + " " + outcome.uids(), "APPEND completed");
    }
  }

  private void receive(MessageDraft draft) {
    byte[] piece = new byte[(int) Math.min(PIECE, message.size())];
    int read = message.read(piece, 0, piece.length);
    while (read > 0) {
      draft.write(piece, 0, read);
      read = message.read(piece, 0, piece.length);
    }
    in.endLiteral();
    in.expectEnd();
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
