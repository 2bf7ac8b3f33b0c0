package org.restante.imap.session;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.restante.protocol.Connection;

/**
 * What the server can do, as far as the client may use it now.
 *
 * @rfc 3501 7.2.1
 */
public final class Capabilities {
  private static final Set<String> PLAINTEXT = Set.of("PLAIN", "LOGIN");

  private Capabilities() {}

  /** The names, separated by spaces. */
  public static String of(Conversation conversation) {
    return conversation.services().extensions().capabilities(conversation);
  }

  /** Whether a mechanism may be used on this connection now. */
  public static boolean allows(Connection connection, String mechanism) {
    return connection.plaintextLoginAllowed()
        || !PLAINTEXT.contains(mechanism.toUpperCase(Locale.ROOT));
  }

  /** The mechanisms of AUTHENTICATE that may be used now. */
  public static List<String> mechanisms(Conversation conversation) {
    return conversation.services().sasl().mechanisms().stream()
        .filter(mechanism -> allows(conversation.connection(), mechanism))
        .map(mechanism -> "AUTH=" + mechanism)
        .toList();
  }

  /** STARTTLS, where it can be had. */
  public static List<String> startTls(Conversation conversation) {
    return conversation.connection().startTlsOffered() ? List.of("STARTTLS") : List.of();
  }

  /** LOGINDISABLED, where LOGIN would be refused. */
  public static List<String> loginDisabled(Conversation conversation) {
    return conversation.connection().plaintextLoginAllowed() ? List.of() : List.of("LOGINDISABLED");
  }
}
