package org.restante.imap.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;

/**
 * Options in parentheses, perhaps none; one that is not known is a syntax error.
 *
 * @rfc 5258 6
 */
final class OptionList {
  private OptionList() {}

  static List<String> read(ImapReader in, Set<String> known) {
    List<String> options = new ArrayList<>();
    in.expect('(');
    while (!in.take(')')) {
      if (!options.isEmpty()) {
        in.expectSpace();
      }
      String option = in.expectName();
      if (!known.contains(option)) {
        throw new SyntaxError("no such option");
      }
      options.add(option);
    }
    return options;
  }
}
