package org.restante.imap.auth;

import org.restante.account.Authentication;
import org.restante.imap.session.Command;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.syntax.ImapReader;
import org.restante.protocol.Connection;

/**
 * LOGIN.
 *
 * @rfc 3501 6.2.3
 */
public record Login(String user, String password) implements Command.Universal {
  private static final String MECHANISM = "LOGIN";

  /** Reads user and password. */
  public static Login read(ImapReader in) {
    in.expectSpace();
    String user = in.expectAstring();
    in.expectSpace();
    return new Login(user, in.expectAstring());
  }

  @Override
  public Outcome run(Conversation conversation) {
    Connection connection = conversation.connection();
    if (!connection.plaintextLoginAllowed()) {
      throw Verdict.privacyRequired();
    }
    Authentication result =
        conversation
            .services()
            .authenticator()
            .authenticate(user, password, connection.peer().getAddress());
    return switch (result) {
      case Authentication.Granted granted ->
          Verdict.granted(conversation, MECHANISM, granted.account());
      case Authentication.Denied denied -> Verdict.denied(conversation, MECHANISM, denied.reason());
    };
  }

  /** Without the password: it must not get into a log. */
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
