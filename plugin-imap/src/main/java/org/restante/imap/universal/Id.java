package org.restante.imap.universal;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;

/**
 * ID. What the client says about itself changes nothing and is not kept.
 *
 * @rfc 2971 3.1
 */
public record Id() implements Command.Universal {
  private static final int MOST_FIELDS = 30;

  /** Reads a list of fields and values, or NIL. */
  public static Id read(ImapReader in) {
    in.expectSpace();
    if (!in.takeNil()) {
      in.expect('(');
      readFields(in);
      in.expect(')');
    }
    return new Id();
  }

  private static void readFields(ImapReader in) {
    int fields = 0;
    while (in.peek() != ')') {
      if (fields++ == MOST_FIELDS) {
        throw new SyntaxError("too many fields");
      }
      if (fields > 1) {
        in.expectSpace();
      }
      if (in.expectNstring().isEmpty()) {
        throw new SyntaxError("a field has a name");
      }
      in.expectSpace();
      in.expectNstring();
    }
  }

  @Override
  public Outcome run(Conversation conversation) {
    conversation.out().raw("* ID (\"name\" \"Restante\")").endLine();
    return Completion.ok("ID completed");
  }
}
