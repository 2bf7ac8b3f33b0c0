package org.restante.imap.compress;

import org.restante.account.AccountId;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.protocol.Connection;

/**
 * COMPRESS. Everything behind its OK is compressed, in both directions.
 *
 * @param mechanism upper case
 * @rfc 4978 3
 */
public record Compress(String mechanism) implements Command.Personal {

  /** Reads the mechanism. */
  public static Compress read(ImapReader in) {
    in.expectSpace();
    return new Compress(in.expectName());
  }

  @Override
  public Outcome run(Conversation conversation, AccountId account) {
    if (!mechanism.equals("DEFLATE")) {
      return Completion.bad("There is no such compression");
    }
    Connection connection = conversation.connection();
    if (connection.compressed()) {
      return Completion.bad("DEFLATE is in use already");
    }
    conversation.afterReply(connection::compress);
    return Completion.ok("DEFLATE from here on");
  }
}
