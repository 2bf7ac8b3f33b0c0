package org.restante.testkit.account;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.restante.account.Authenticator;
import org.restante.sasl.Sasl;
import org.restante.sasl.SaslExchange;

/** The mechanisms PLAIN and LOGIN, over an authenticator. Thread-safe. */
public final class PlainSasl implements Sasl {
  private final Authenticator authenticator;

  /** Over this authenticator. */
  public PlainSasl(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public List<String> mechanisms() {
    return List.of("PLAIN", "LOGIN");
  }

  @Override
  public Optional<SaslExchange> start(String mechanism, InetAddress peer) {
    return switch (mechanism.toUpperCase(Locale.ROOT)) {
      case "PLAIN" -> Optional.of(new PlainExchange(authenticator, peer));
      case "LOGIN" -> Optional.of(new LoginExchange(authenticator, peer));
      default -> Optional.empty();
    };
  }
}
