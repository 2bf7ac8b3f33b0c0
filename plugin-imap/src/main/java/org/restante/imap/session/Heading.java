package org.restante.imap.session;

import java.util.Optional;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;

/**
 * How a command starts: its tag and its name.
 *
 * @param tag {@code *} where it can't be read: then the answer is untagged
 * @param name upper case; {@code other} where no such command is there
 * @param row the command's row in the table, if there is such a command
 */
record Heading(String tag, String name, Optional<CommandRow> row) {
  private static final String OTHER = "other";

  /** Reads tag and name; what is wrong with them comes to light in {@link #rowFor}. */
  static Heading read(ImapReader in, CommandTable table) {
    String tag = "*";
    try {
      tag = in.expectTag();
      in.expectSpace();
      String name = in.expectName();
      if (name.equals("UID")) {
        in.expectSpace();
        name += " " + in.expectName();
      }
      Optional<CommandRow> row = table.row(name);
      return new Heading(tag, row.isPresent() ? name : OTHER, row);
    } catch (SyntaxError noCommand) {
      return new Heading(tag, OTHER, Optional.empty());
    }
  }

  /**
   * The row, if the command is valid now.
   *
   * @rfc 9586 3
   */
  CommandRow rowFor(Conversation conversation) {
    CommandRow known = row.orElseThrow(() -> new SyntaxError("no such command"));
    if (!known.allowed().contains(conversation.state())) {
      throw new SyntaxError(name + " is not valid in this state");
    }
    if (known.numbered()) {
      conversation.requireNumbers();
    }
    return known;
  }

  CommandRow.Sync sync() {
    return row.map(CommandRow::sync).orElse(CommandRow.Sync.NONE);
  }
}
