package org.restante.imap.session;

import java.util.List;

/**
 * What the server can do, as far as the client may use it now.
 *
 * @rfc 3501 7.2.1
 */
public final class Capabilities {
  private Capabilities() {}

  /** The names, separated by spaces. */
  public static String of(Conversation conversation) {
    return conversation.services().extensions().capabilities(conversation);
  }

  /** The mechanisms of AUTHENTICATE that may be used now. */
  public static List<String> mechanisms(Conversation conversation) {
    return conversation.services().sasl().mechanisms(conversation.connection()).stream()
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

  /**
   * The kind of literals that need no invitation.
   *
   * @rfc 7888 5
   */
  public static List<String> literals(Conversation conversation) {
    return List.of(conversation.settings().literalMinus() ? "LITERAL-" : "LITERAL+");
  }

  /**
   * The size of the largest message, the same for all mailboxes.
   *
   * @rfc 7889 2
   */
  public static List<String> appendLimit(Conversation conversation) {
    return List.of("APPENDLIMIT=" + conversation.connection().limits().messageOctets());
  }

  /** COMPRESS, until it is in use. */
  public static List<String> compression(Conversation conversation) {
    return conversation.connection().compressed() ? List.of() : List.of("COMPRESS=DEFLATE");
  }
}
