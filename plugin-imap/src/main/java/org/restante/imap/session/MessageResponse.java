package org.restante.imap.session;

import org.restante.imap.extension.Feature;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxView;

/**
 * FETCH responses about the flags of messages, in the form that the session has enabled. Those that
 * come with a UID command have the UID, whatever caused them.
 *
 * @rfc 3501 6.4.8
 * @rfc 3501 7.4.2
 * @rfc 9051 7.5.2
 * @rfc 7162 3.2.4
 * @rfc 9586 3.3
 */
public final class MessageResponse {
  private final ImapWriter out;
  private final Selected selected;
  private final MailboxView view;
  private final boolean uidOnly;
  private final boolean modSeqs;
  private final boolean uids;
  private final boolean recents; // as in IMAP4rev1; IMAP4rev2 tells UIDs instead

  /** Responses of messages as they are in a view. */
  public MessageResponse(Conversation conversation, Selected selected, MailboxView view) {
    this.out = conversation.out();
    this.selected = selected;
    this.view = view;
    this.uidOnly = conversation.has(Feature.UIDONLY);
    this.modSeqs = conversation.has(Feature.CONDSTORE);
    this.recents = !conversation.has(Feature.IMAP4REV2);
    this.uids = conversation.namesUids() || modSeqs || !recents;
  }

  /** Begins a response; items and the closing parenthesis come next. */
  public void start(long uid) {
    if (uidOnly) {
      out.raw("* ").number(uid).raw(" UIDFETCH (");
    } else {
      out.raw("* ").number(selected.number(uid)).raw(" FETCH (");
    }
  }

  /** Writes the item FLAGS. */
  public void flags(long uid) {
    out.raw("FLAGS ");
    FlagSyntax.write(out, view.flags(view.indexOf(uid)), recents && selected.isRecent(uid));
  }

  /** Writes the item MODSEQ. */
  public void modSeq(long uid) {
    out.raw("MODSEQ (").number(view.modSeq(view.indexOf(uid))).raw(')');
  }

  /** A whole response that tells flags, with the UID where it was asked for or is due. */
  public void changed(long uid, boolean byUid) {
    start(uid);
    uid(uid, byUid);
    flags(uid);
    if (modSeqs) {
      out.raw(' ');
      modSeq(uid);
    }
    out.raw(')').endLine();
  }

  /** A whole response to a silent change: a client that follows MODSEQs is told the new one. */
  public void silently(long uid, boolean byUid) {
    if (modSeqs) {
      start(uid);
      uid(uid, byUid);
      modSeq(uid);
      out.raw(')').endLine();
    }
  }

  private void uid(long uid, boolean byUid) {
    if (!uidOnly && (byUid || uids)) {
      out.raw("UID ").number(uid).raw(' ');
    }
  }
}
