package org.restante.testkit.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import org.restante.account.Authentication;
import org.restante.account.Authenticator;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * PLAIN: {@code [authzid] NUL authcid NUL passwd}; nobody may act for somebody else.
 *
 * @rfc 4616 2
 */
record PlainExchange(Authenticator authenticator, InetAddress peer) implements SaslExchange {

  @Override
  public String mechanism() {
    return "PLAIN";
  }

  @Override
  public SaslStep begin() {
    return new SaslStep.Challenge(new byte[0]);
  }

  @Override
  public SaslStep respond(byte[] response) {
    String[] parts = new String(response, UTF_8).split("\0", -1);
    if (parts.length != 3 || parts[1].isEmpty()) {
      return new SaslStep.Malformed();
    }
    if (!parts[0].isEmpty() && !parts[0].equals(parts[1])) {
      return new SaslStep.Denied(Authentication.Reason.INVALID_CREDENTIALS);
    }
    return step(authenticator.authenticate(parts[1], parts[2], peer));
  }

  static SaslStep step(Authentication authentication) {
    return switch (authentication) {
      case Authentication.Granted granted -> new SaslStep.Granted(granted.account());
      case Authentication.Denied denied -> new SaslStep.Denied(denied.reason());
    };
  }
}
