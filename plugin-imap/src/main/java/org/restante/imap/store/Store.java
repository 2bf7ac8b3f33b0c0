package org.restante.imap.store;

import java.util.PrimitiveIterator;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.FlagUpdate.Mode;
import org.restante.message.UidSet;

/**
 * STORE and UID STORE.
 *
 * @rfc 3501 6.4.6
 */
public record Store(SequenceSet set, FlagUpdate update, boolean silent, boolean byUid)
    implements Command.InMailbox {

  /** Reads a STORE. */
  public static Store read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID STORE. */
  public static Store readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Store read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet set = in.expectSequenceSet();
    in.expectSpace();
    Mode mode = in.take('+') ? Mode.ADD : in.take('-') ? Mode.REMOVE : Mode.REPLACE;
    boolean silent = isSilent(in.expectName());
    in.expectSpace();
    boolean list = in.peek() == '(';
    FlagUpdate update =
        new FlagUpdate(mode, list ? FlagSyntax.expectList(in) : FlagSyntax.expectFlags(in));
    return new Store(set, update, silent, byUid);
  }

  private static boolean isSilent(String item) {
    return switch (item) {
      case "FLAGS" -> false;
      case "FLAGS.SILENT" -> true;
      default -> throw new SyntaxError("expected FLAGS or FLAGS.SILENT");
    };
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    selected.requireWritable();
    UidSet uids = selected.messages(set, byUid);
    conversation.store().updateFlags(selected.ref(), uids, update);
    MailboxView view = conversation.store().view(selected.ref());
    UidSet there = view.present(uids);
    if (silent) {
      selected.keptSilent(there, update, view);
    } else {
      respond(conversation, selected, view, there);
    }
    return there.count() < uids.count() && !byUid
        ? Completion.no("EXPUNGEISSUED", "Some of the messages are expunged")
        : Completion.ok("STORE completed");
  }

  private void respond(
      Conversation conversation, Selected selected, MailboxView view, UidSet uids) {
    conversation.tellKeywords(view);
    ImapWriter out = conversation.out();
    for (PrimitiveIterator.OfLong each = uids.iterator(); each.hasNext(); ) {
      long uid = each.nextLong();
      out.raw("* ").number(selected.number(uid)).raw(" FETCH (");
      if (byUid) {
        out.raw("UID ").number(uid).raw(' ');
      }
      out.raw("FLAGS ");
      FlagSyntax.write(out, view.flags(view.indexOf(uid)), selected.isRecent(uid));
      out.raw(')').endLine();
    }
    selected.answered(uids, view);
  }
}
