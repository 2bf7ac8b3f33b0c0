package org.restante.imap.mailbox;

import java.util.LinkedHashSet;
import java.util.Set;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;

/**
 * What LIST tells of each name. Children and special uses are told in any case: they cost nothing.
 *
 * @param subscribed whether it is subscribed
 * @param status what STATUS would tell; empty for nothing
 * @rfc 5258 3.2
 * @rfc 5819 2
 */
record ListReturn(boolean subscribed, Set<StatusItem> status) {
  static final ListReturn PLAIN = new ListReturn(false, Set.of());

  /** Reads the options in parentheses, one of which may have a list of its own. */
  static ListReturn read(ImapReader in) {
    boolean subscribed = false;
    Set<StatusItem> status = new LinkedHashSet<>();
    String gap = "";
    in.expect('(');
    while (!in.take(')')) {
      if (!gap.isEmpty()) {
        in.expectSpace();
      }
      gap = " ";
      switch (in.expectName()) {
        case "SUBSCRIBED" -> subscribed = true;
        case "CHILDREN", "SPECIAL-USE" -> {}
        case "STATUS" -> {
          in.expectSpace();
          status.addAll(StatusItem.expectList(in));
        }
        default -> throw new SyntaxError("no such option");
      }
    }
    return new ListReturn(subscribed, status);
  }
}
