package org.restante.imap.universal;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * NAMESPACE: one personal namespace without prefix.
 *
 * @rfc 2342 5
 */
public record Namespace() implements Command.Personal {

  /** Reads nothing more. */
  public static Namespace read(ImapReader in) {
    return new Namespace();
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    String separator = String.valueOf(conversation.settings().separator());
    conversation.out().raw("* NAMESPACE ((\"\" ").string(separator).raw(")) NIL NIL").endLine();
    return Completion.ok("NAMESPACE completed");
  }
}
