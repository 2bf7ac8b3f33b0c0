package org.restante.imap.mailbox;

import java.util.List;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.MailboxName;

/**
 * LSUB. A name that is only above subscribed ones is shown where {@code %} hides those.
 *
 * @rfc 3501 6.3.9
 */
public record Lsub(String reference, String pattern) implements Command.Personal {

  /** Reads a reference and a pattern. */
  public static Lsub read(ImapReader in) {
    in.expectSpace();
    String reference = in.expectAstring();
    in.expectSpace();
    return new Lsub(reference, in.expectPattern());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (pattern.isEmpty()) {
      ListResponse.root(conversation, "LSUB");
      return Completion.ok("LSUB completed");
    }
    NameTree tree = new NameTree(conversation.store().subscriptions(account));
    NamePattern wanted = NamePattern.of(reference, pattern, conversation);
    for (MailboxName name : tree.all()) {
      if (wanted.matches(name)) {
        show(conversation, tree, wanted, name);
      }
    }
    return Completion.ok("LSUB completed");
  }

  private static void show(
      Conversation conversation, NameTree tree, NamePattern wanted, MailboxName name) {
    if (tree.isOwn(name)) {
      ListResponse.write(conversation, "LSUB", List.of(), name);
    } else if (tree.hidesBelow(name, wanted)) {
      ListResponse.write(conversation, "LSUB", List.of("\\Noselect"), name);
    }
  }
}
