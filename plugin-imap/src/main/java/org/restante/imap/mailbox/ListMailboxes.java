package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.SpecialUse;

/**
 * LIST, with the attributes of CHILDREN and SPECIAL-USE.
 *
 * @rfc 3501 6.3.8
 * @rfc 3348 3
 * @rfc 6154 2
 */
public record ListMailboxes(String reference, String pattern) implements Command.Personal {

  /** Reads a reference and a pattern. */
  public static ListMailboxes read(ImapReader in) {
    in.expectSpace();
    String reference = in.expectAstring();
    in.expectSpace();
    return new ListMailboxes(reference, in.expectPattern());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (pattern.isEmpty()) {
      ListResponse.root(conversation, "LIST");
      return Completion.ok("LIST completed");
    }
    Map<MailboxName, Mailbox> mailboxes =
        conversation.store().mailboxes(account).stream()
            .collect(Collectors.toMap(Mailbox::name, Function.identity()));
    NameTree tree = new NameTree(mailboxes.keySet());
    NamePattern wanted = NamePattern.of(reference, pattern, conversation.settings().separator());
    for (MailboxName name : tree.all()) {
      if (wanted.matches(name)) {
        ListResponse.write(conversation, "LIST", attributes(mailboxes.get(name), name, tree), name);
      }
    }
    return Completion.ok("LIST completed");
  }

  /**
   * The mailbox that is opened, as LIST would show it.
   *
   * @rfc 9051 6.3.2
   */
  static void tell(Conversation conversation, Mailbox mailbox) {
    Set<MailboxName> names =
        conversation.store().mailboxes(mailbox.ref().account()).stream()
            .map(Mailbox::name)
            .collect(Collectors.toSet());
    List<String> attributes = attributes(mailbox, mailbox.name(), new NameTree(names));
    ListResponse.write(conversation, "LIST", attributes, mailbox.name());
  }

  private static List<String> attributes(
      @Nullable Mailbox mailbox, MailboxName name, NameTree tree) {
    List<String> attributes = new ArrayList<>();
    if (mailbox == null) {
      attributes.add("\\Noselect");
    }
    attributes.add(tree.hasChildren(name) ? "\\HasChildren" : "\\HasNoChildren");
    if (mailbox != null) {
      mailbox.specialUse().map(SpecialUse::attribute).ifPresent(attributes::add);
    }
    return attributes;
  }
}
