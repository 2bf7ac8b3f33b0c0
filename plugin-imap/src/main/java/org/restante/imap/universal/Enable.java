package org.restante.imap.universal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.restante.account.AccountId;
import org.restante.imap.extension.ExtensionRow;
import org.restante.imap.extension.ExtensionTable;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;

/**
 * ENABLE. Names that can't be enabled are passed over; the answer has those that were not enabled
 * before. It is taken in a mailbox too, as RFC 5161 leaves to the server.
 *
 * @param names upper case
 * @rfc 5161 3.1
 * @rfc 9051 6.3.1
 */
public record Enable(Set<String> names) implements Command.Personal {

  /** Copies the names. */
  public Enable {
    names = new LinkedHashSet<>(names);
  }

  /** Reads names, one at least. */
  public static Enable read(ImapReader in) {
    Set<String> names = new LinkedHashSet<>();
    do {
      in.expectSpace();
      names.add(in.expectName());
    } while (in.peek() == ' ');
    return new Enable(names);
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    ExtensionTable table = conversation.services().extensions();
    StringBuilder enabled = new StringBuilder();
    for (String name : names) {
      Optional<ExtensionRow> row = table.enabled(name);
      if (row.isPresent() && !conversation.features().containsAll(row.get().features())) {
        row.get().features().forEach(conversation::enable);
        enabled.append(' ').append(row.get().name());
      }
    }
    conversation.out().raw("* ENABLED").raw(enabled.toString()).endLine();
    return Completion.ok("ENABLE completed");
  }
}
