package org.restante.imap.mailbox;

import java.util.Optional;
import java.util.OptionalInt;
import org.restante.account.AccountId;
import org.restante.imap.extension.Feature;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.FlagsResponse;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.Modifiers;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;

/**
 * SELECT and EXAMINE.
 *
 * @rfc 3501 6.3.1
 * @rfc 3501 6.3.2
 * @rfc 7162 3.1.2
 * @rfc 9051 6.3.2
 * @rfc 8474 4.2
 */
public record Select(String mailbox, boolean readOnly, Modifiers<SelectParameter> parameters)
    implements Command.Personal {

  /** Reads the mailbox of a SELECT. */
  public static Select read(ImapReader in) {
    return read(in, false);
  }

  /** Reads the mailbox of an EXAMINE. */
  public static Select readExamine(ImapReader in) {
    return read(in, true);
  }

  private static Select read(ImapReader in, boolean readOnly) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    return new Select(mailbox, readOnly, SelectParameter.TABLE.takeBehindSpace(in));
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    long start = System.nanoTime();
    Optional<Resync> resync = parameters.find(Resync.class);
    resync.ifPresent(some -> some.check(conversation));
    conversation.closedByAnother();
    if (!parameters.values().isEmpty()) {
      conversation.enable(Feature.CONDSTORE);
    }
    Mailbox found = conversation.mailbox(account, mailbox);
    // who only looks sees what is recent, and leaves it to the next one
    long floor = readOnly ? found.recentFrom() : conversation.store().claimRecent(found.ref());
    if (resync.isEmpty()) {
      open(conversation, conversation.store().view(found.ref()), floor);
    } else {
      try (MailboxSnapshot snapshot = conversation.store().snapshot(found.ref())) {
        Selected selected = open(conversation, snapshot.view(), floor);
        resync.get().tell(conversation, snapshot, selected);
      }
    }
    conversation.figures().selected(mode(conversation), System.nanoTime() - start);
    return readOnly
        ? Completion.ok("READ-ONLY", "EXAMINE completed")
        : Completion.ok("READ-WRITE", "SELECT completed");
  }

  private Selected open(Conversation conversation, MailboxView view, long floor) {
    Selected selected = Selected.of(view, readOnly, Conversation.recent(floor, view));
    describe(conversation, view, selected);
    conversation.opened(selected);
    return selected;
  }

  private ImapFigures.Mode mode(Conversation conversation) {
    if (conversation.has(Feature.UIDONLY)) {
      return ImapFigures.Mode.UIDONLY;
    }
    if (parameters.find(Resync.class).isPresent()) {
      return ImapFigures.Mode.QRESYNC;
    }
    return conversation.has(Feature.CONDSTORE)
        ? ImapFigures.Mode.CONDSTORE
        : ImapFigures.Mode.PLAIN;
  }

  private void describe(Conversation conversation, MailboxView view, Selected selected) {
    ImapWriter out = conversation.out();
    FlagsResponse.write(out, view.keywords(), selected.readOnly());
    out.raw("* ").number(view.exists()).raw(" EXISTS").endLine();
    boolean rev1 = !conversation.has(Feature.IMAP4REV2);
    if (rev1) {
      out.raw("* ").number(selected.recents()).raw(" RECENT").endLine();
    } else {
      ListMailboxes.tell(conversation, view.mailbox(), mailbox);
    }
    OptionalInt unseen = view.firstUnseen();
    if (rev1 && unseen.isPresent() && !conversation.has(Feature.UIDONLY)) {
      out.raw("* OK [UNSEEN ").number(unseen.getAsInt() + 1).raw("] First unseen").endLine();
    }
    Mailbox opened = view.mailbox();
    out.raw("* OK [UIDVALIDITY ").number(opened.uidValidity()).raw("] UIDs are valid").endLine();
    out.raw("* OK [UIDNEXT ").number(opened.uidNext()).raw("] Next UID").endLine();
    out.raw("* OK [HIGHESTMODSEQ ").number(opened.highestModSeq()).raw("] Latest").endLine();
    out.raw("* OK [MAILBOXID (").raw(MailboxId.of(opened.ref())).raw(")] Its id").endLine();
  }
}
