package org.restante.imap.append;

import java.util.Optional;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;
import org.restante.message.AppendOutcome;
import org.restante.message.UidSet;

/**
 * REPLACE and UID REPLACE: a message in the place of another, in one commit.
 *
 * @param target the message to replace
 * @param message the new one, announced
 * @param in where the command ends, behind the message
 * @rfc 8508 3.2
 * @rfc 8508 3.3
 */
public record Replace(
    SequenceSet target, boolean byUid, String mailbox, AppendedMessage message, ImapReader in)
    implements Command.InMailbox {

  /** Reads up to the announcement of the message. */
  public static Replace read(ImapReader in) {
    return read(in, false);
  }

  /** The same of the UID form. */
  public static Replace readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Replace read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet target = in.expectSequenceSet();
    if (!target.isSingle()) {
      throw new SyntaxError("expected one message");
    }
    in.expectSpace();
    String mailbox = in.expectAstring();
    in.expectSpace();
    return new Replace(target, byUid, mailbox, AppendedMessage.read(in), in);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    selected.requireWritable();
    UidSet uids = selected.messages(target, byUid);
    if (uids.isEmpty()) {
      throw new Refused("NONEXISTENT", "There is no such message");
    }
    Mailbox goal = conversation.target(selected.ref().account(), mailbox);
    try (Upload upload = new Upload(conversation, in)) {
      Optional<AppendOutcome> outcome =
          conversation
              .store()
              .replace(selected.ref(), uids.first(0), goal.ref(), upload.one(message));
      AppendOutcome placed =
          outcome.orElseThrow(() -> new Refused("NONEXISTENT", "The message is gone already"));
      // Untagged, ahead of EXPUNGE: a client reads what is new before what is gone (RFC 8508 §4.3).
      conversation.out().raw("* OK [").raw(Append.appendUid(placed)).raw("] Replaced").endLine();
      return Completion.expunged("REPLACE completed");
    }
  }
}
