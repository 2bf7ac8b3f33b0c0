package org.restante.imap.mailbox;

import java.util.List;
import org.restante.imap.session.Conversation;
import org.restante.imap.syntax.ImapWriter;
import org.restante.mailbox.MailboxName;

/**
 * LIST and LSUB responses.
 *
 * @rfc 3501 7.2.2
 * @rfc 3501 7.2.3
 */
final class ListResponse {
  private ListResponse() {}

  static void write(
      Conversation conversation, String response, List<String> attributes, MailboxName name) {
    write(conversation, response, attributes, name, List.of());
  }

  /**
   * A name, and by which criteria names below it are selected.
   *
   * @rfc 5258 3.5
   */
  static void write(
      Conversation conversation,
      String response,
      List<String> attributes,
      MailboxName name,
      List<String> childInfo) {
    start(conversation, response, attributes);
    ImapWriter out = conversation.writeName(name);
    if (!childInfo.isEmpty()) {
      out.raw(" (\"CHILDINFO\" (").raw(String.join(" ", childInfo)).raw("))");
    }
    out.endLine();
  }

  /**
   * A mailbox that a client called by another name.
   *
   * @rfc 9051 6.3.9.7
   */
  static void write(
      Conversation conversation, List<String> attributes, MailboxName name, String oldName) {
    start(conversation, "LIST", attributes);
    ImapWriter out = conversation.writeName(name);
    out.raw(" (\"OLDNAME\" (").utf8Name(oldName).raw("))").endLine();
  }

  /** The answer to an empty pattern: the separator, and no name. */
  static void root(Conversation conversation, String response) {
    start(conversation, response, List.of("\\Noselect")).string("").endLine();
  }

  private static ImapWriter start(
      Conversation conversation, String response, List<String> attributes) {
    String separator = String.valueOf(conversation.settings().separator());
    ImapWriter out = conversation.out();
    out.raw("* ").raw(response).raw(" (").raw(String.join(" ", attributes)).raw(") ");
    return out.string(separator).raw(' ');
  }
}
