package org.restante.imap.auth;

import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.protocol.Connection;

/**
 * STARTTLS.
 *
 * @rfc 3501 6.2.1
 */
public record StartTls() implements Command.Universal {

  /** Reads nothing more. */
  public static StartTls read(ImapReader in) {
    return new StartTls();
  }

  @Override
  public Outcome run(Conversation conversation) {
    Connection connection = conversation.connection();
    if (!connection.startTlsOffered()) {
      return Completion.bad("STARTTLS is not offered");
    }
    conversation.afterReply(connection::startTls);
    return Completion.ok("Begin TLS negotiation now");
  }
}
