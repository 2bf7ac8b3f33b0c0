package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;

/**
 * Which names LIST selects, beside those that match its patterns. There are no remote mailboxes
 * here, so REMOTE changes nothing.
 *
 * @param subscribed subscribed names, whether or not a mailbox is there
 * @param specialUse mailboxes that are for something
 * @param recursive also names above selected ones
 * @rfc 5258 3.1
 * @rfc 6154 2
 */
record ListSelection(boolean subscribed, boolean specialUse, boolean recursive) {
  static final ListSelection ALL = new ListSelection(false, false, false);

  private static final Set<String> OPTIONS =
      Set.of("SUBSCRIBED", "REMOTE", "RECURSIVEMATCH", "SPECIAL-USE");

  /** Reads the options in parentheses; none at all is allowed too. */
  static ListSelection read(ImapReader in) {
    List<String> options = OptionList.read(in, OPTIONS);
    ListSelection selection =
        new ListSelection(
            options.contains("SUBSCRIBED"),
            options.contains("SPECIAL-USE"),
            options.contains("RECURSIVEMATCH"));
    if (selection.recursive && !selection.isNarrow()) {
      throw new SyntaxError("RECURSIVEMATCH needs something to match");
    }
    return selection;
  }

  /** Whether it leaves mailboxes out. */
  boolean isNarrow() {
    return subscribed || specialUse;
  }

  /** Whether it selects a name: every option does. */
  boolean selects(MailboxName name, Optional<Mailbox> mailbox, Set<MailboxName> subscriptions) {
    return (!subscribed || subscriptions.contains(name))
        && (!specialUse || mailbox.flatMap(Mailbox::specialUse).isPresent())
        && (isNarrow() || mailbox.isPresent());
  }

  /** The options, as CHILDINFO names them. */
  List<String> criteria() {
    List<String> criteria = new ArrayList<>();
    if (subscribed) {
      criteria.add("\"SUBSCRIBED\"");
    }
    if (specialUse) {
      criteria.add("\"SPECIAL-USE\"");
    }
    return criteria;
  }
}
