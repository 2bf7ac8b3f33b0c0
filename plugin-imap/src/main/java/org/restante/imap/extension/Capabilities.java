package org.restante.imap.extension;

import java.util.List;

/**
 * Capabilities that are more than a name, or that come and go with where a client stands.
 *
 * @rfc 3501 7.2.1
 */
public final class Capabilities {
  private Capabilities() {}

  /** The mechanisms of AUTHENTICATE that may be used now. */
  public static List<String> mechanisms(Standing standing) {
    return standing.sasl().mechanisms(standing.connection()).stream()
        .map(mechanism -> "AUTH=" + mechanism)
        .toList();
  }

  /** STARTTLS, where it can be had. */
  public static List<String> startTls(Standing standing) {
    return standing.connection().startTlsOffered() ? List.of("STARTTLS") : List.of();
  }

  /** LOGINDISABLED, where LOGIN would be refused. */
  public static List<String> loginDisabled(Standing standing) {
    return standing.connection().plaintextLoginAllowed() ? List.of() : List.of("LOGINDISABLED");
  }

  /**
   * The kind of literals that need no invitation.
   *
   * @rfc 7888 5
   */
  public static List<String> literals(Standing standing) {
    return List.of(standing.settings().literalMinus() ? "LITERAL-" : "LITERAL+");
  }

  /**
   * The size of the largest message, the same for all mailboxes.
   *
   * @rfc 7889 2
   */
  public static List<String> appendLimit(Standing standing) {
    return List.of("APPENDLIMIT=" + standing.connection().limits().messageOctets());
  }

  /**
   * How many messages one command should work on.
   *
   * @rfc 9738 3
   */
  public static List<String> messageLimit(Standing standing) {
    return List.of("MESSAGELIMIT=" + standing.settings().messageLimit());
  }

  /** COMPRESS, until it is in use. */
  public static List<String> compression(Standing standing) {
    return standing.connection().compressed() ? List.of() : List.of("COMPRESS=DEFLATE");
  }
}
