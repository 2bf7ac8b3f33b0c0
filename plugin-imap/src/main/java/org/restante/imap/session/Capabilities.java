package org.restante.imap.session;

import java.util.ArrayList;
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
  private static final List<String> ALWAYS = List.of("IMAP4rev1", "LITERAL+", "ID");
  private static final List<String> AFTER_LOGIN =
      List.of(
          "IDLE",
          "NAMESPACE",
          "CHILDREN",
          "SPECIAL-USE",
          "UIDPLUS",
          "MOVE",
          "UNSELECT",
          "ESEARCH",
          "SEARCHRES",
          "WITHIN",
          "SAVEDATE",
          "PARTIAL",
          "SORT",
          "SORT=DISPLAY",
          "ESORT",
          "THREAD=ORDEREDSUBJECT",
          "THREAD=REFERENCES",
          "BINARY",
          "PREVIEW");
  private static final Set<String> PLAINTEXT = Set.of("PLAIN", "LOGIN");

  private Capabilities() {}

  /** The names, separated by spaces. */
  public static String of(Conversation conversation) {
    List<String> names = new ArrayList<>(ALWAYS);
    if (conversation.state() == State.NOT_AUTHENTICATED) {
      addBeforeLogin(names, conversation);
    } else {
      names.addAll(AFTER_LOGIN);
    }
    return String.join(" ", names);
  }

  /** Whether a mechanism may be used on this connection now. */
  public static boolean allows(Connection connection, String mechanism) {
    return connection.plaintextLoginAllowed()
        || !PLAINTEXT.contains(mechanism.toUpperCase(Locale.ROOT));
  }

  private static void addBeforeLogin(List<String> names, Conversation conversation) {
    Connection connection = conversation.connection();
    names.add("SASL-IR");
    if (connection.startTlsOffered()) {
      names.add("STARTTLS");
    }
    if (!connection.plaintextLoginAllowed()) {
      names.add("LOGINDISABLED");
    }
    conversation.services().sasl().mechanisms().stream()
        .filter(mechanism -> allows(connection, mechanism))
        .forEach(mechanism -> names.add("AUTH=" + mechanism));
  }
}
