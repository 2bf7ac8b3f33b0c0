package org.restante.imap.append;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.Mailbox;
import org.restante.message.AppendOutcome;

/**
 * APPEND of one message or several, all or none.
 *
 * @param first the first message, announced
 * @param in where the command goes on, behind the first message
 * @rfc 3501 6.3.11
 * @rfc 3502 6.3.11
 * @rfc 4315 3
 */
public record Append(String mailbox, AppendedMessage first, ImapReader in)
    implements Command.Personal {

  /** Reads up to the announcement of the first message. */
  public static Append read(ImapReader in) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    in.expectSpace();
    return new Append(mailbox, AppendedMessage.read(in), in);
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    Mailbox target = conversation.target(account, mailbox);
    try (Upload upload = new Upload(conversation, in)) {
      AppendOutcome outcome = conversation.store().append(target.ref(), upload.all(first));
      return Completion.ok(appendUid(outcome), "APPEND completed");
    }
  }

  static String appendUid(AppendOutcome outcome) {
    return "APPENDUID " + outcome.uidValidity() + " " + outcome.uids();
  }
}
