package org.restante.testkit.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.restante.account.Authenticator;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/** LOGIN, as old clients know it: the name, then the password, each asked for. */
final class LoginExchange implements SaslExchange {
  private final Authenticator authenticator;
  private final InetAddress peer;
  private @Nullable String login;

  LoginExchange(Authenticator authenticator, InetAddress peer) {
    this.authenticator = authenticator;
    this.peer = peer;
  }

  @Override
  public String mechanism() {
    return "LOGIN";
  }

  @Override
  public SaslStep begin() {
    return new SaslStep.Challenge("Username:".getBytes(UTF_8));
  }

  @Override
  public SaslStep respond(byte[] response) {
    String text = new String(response, UTF_8);
    if (login == null) {
      login = text;
      return new SaslStep.Challenge("Password:".getBytes(UTF_8));
    }
    return PlainExchange.step(authenticator.authenticate(login, text, peer));
  }
}
