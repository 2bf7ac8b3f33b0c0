package org.restante.imap.mailbox;

import java.util.Set;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.Mailbox;

/**
 * STATUS responses, to STATUS and to LIST.
 *
 * @rfc 3501 7.2.4
 */
final class StatusResponse {
  private StatusResponse() {}

  static void write(Conversation conversation, Mailbox mailbox, Set<StatusItem> items) {
    if (items.contains(StatusItem.HIGHESTMODSEQ)) {
      conversation.enable(Feature.CONDSTORE);
    }
    ImapWriter out = conversation.out().raw("* STATUS ");
    conversation.writeName(mailbox.name()).raw(" (");
    String gap = "";
    for (StatusItem item : items) {
      out.raw(gap).raw(item.text()).raw(' ').raw(item.of(mailbox, conversation));
      gap = " ";
    }
    out.raw(')').endLine();
  }
}
