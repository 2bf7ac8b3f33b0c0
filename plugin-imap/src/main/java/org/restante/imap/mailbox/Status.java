package org.restante.imap.mailbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Feature;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;

/**
 * STATUS.
 *
 * @rfc 3501 6.3.10
 */
public record Status(String mailbox, List<StatusItem> items) implements Command.Personal {

  /** Copies the items. */
  public Status {
    items = List.copyOf(items);
  }

  /** Reads the mailbox and what to tell of it. */
  public static Status read(ImapReader in) {
    in.expectSpace();
    String mailbox = in.expectAstring();
    in.expectSpace();
    in.expect('(');
    Set<StatusItem> items = new LinkedHashSet<>();
    do {
      items.add(StatusItem.of(in.expectName()).orElseThrow(() -> new SyntaxError("no such item")));
    } while (in.take(' '));
    in.expect(')');
    return new Status(mailbox, List.copyOf(items));
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (items.contains(StatusItem.HIGHESTMODSEQ)) {
      conversation.enable(Feature.CONDSTORE);
    }
    Mailbox found = conversation.mailbox(account, mailbox);
    ImapWriter out = conversation.out();
    out.raw("* STATUS ").astring(conversation.wire(found.name())).raw(" (");
    String gap = "";
    for (StatusItem item : items) {
      out.raw(gap).raw(item.name()).raw(' ').number(item.of(found));
      gap = " ";
    }
    out.raw(')').endLine();
    return Completion.ok("STATUS completed");
  }
}
