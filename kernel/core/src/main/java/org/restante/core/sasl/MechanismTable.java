package org.restante.core.sasl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.restante.account.Authentication;
import org.restante.account.Authenticator;
import org.restante.protocol.Connection;
import org.restante.sasl.Sasl;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * The mechanisms: SCRAM-SHA-256 with and without a channel binding, PLAIN, and LOGIN for old SMTP
 * clients.
 */
@Component(service = Sasl.class)
public final class MechanismTable implements Sasl {

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Authenticator authenticator;

  /** The authenticator comes and goes. */
  @Activate
  public MechanismTable() {}

  /** With this authenticator. */
  public MechanismTable(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public List<String> mechanisms(Connection connection) {
    Authenticator present = authenticator;
    List<String> names = new ArrayList<>();
    if (present == null || present.offersScram()) {
      if (connection.channelBinding(Scram.BINDING).isPresent()) {
        names.add(Scram.PLUS);
      }
      names.add(Scram.NAME);
    }
    if (connection.plaintextLoginAllowed()) {
      names.add(Plain.NAME);
      names.add(Login.NAME);
    }
    return names;
  }

  @Override
  public Optional<SaslExchange> start(String mechanism, Connection connection) {
    String name = mechanism.toUpperCase(Locale.ROOT);
    InetAddress peer = connection.peer().getAddress();
    return switch (name) {
      case Scram.PLUS, Scram.NAME -> scram(name, connection);
      case Plain.NAME ->
          clear(new Plain((login, password) -> check(login, password, peer)), connection);
      case Login.NAME ->
          clear(new Login((login, password) -> check(login, password, peer)), connection);
      default -> Optional.empty();
    };
  }

  private static Optional<SaslExchange> clear(SaslExchange exchange, Connection connection) {
    return Optional.of(
        connection.plaintextLoginAllowed() ? exchange : new Unprotected(exchange.mechanism()));
  }

  private Optional<SaslExchange> scram(String name, Connection connection) {
    Authenticator present = authenticator;
    Optional<byte[]> binding = connection.channelBinding(Scram.BINDING);
    if (present != null && !present.offersScram()) {
      return Optional.empty();
    }
    if (present == null) {
      return Optional.of(new Unavailable(name));
    }
    if (name.equals(Scram.PLUS) && binding.isEmpty()) {
      return Optional.of(new Unprotected(name));
    }
    return Optional.of(
        new Scram(name, binding, login -> present.scram(login, connection.peer().getAddress())));
  }

  private SaslStep check(String login, String password, InetAddress peer) {
    Authenticator present = authenticator;
    if (present == null) {
      return new SaslStep.Denied(Authentication.Reason.UNAVAILABLE);
    }
    return step(present.authenticate(login, password, peer));
  }

  static SaslStep step(Authentication authentication) {
    return switch (authentication) {
      case Authentication.Granted granted -> new SaslStep.Granted(granted.account());
      case Authentication.Denied denied -> new SaslStep.Denied(denied.reason());
    };
  }

  /** A mechanism that needs TLS, without it: no password is asked for. */
  private record Unprotected(String mechanism) implements SaslExchange {
    @Override
    public SaslStep begin() {
      return new SaslStep.Unprotected();
    }

    @Override
    public SaslStep respond(byte[] response) {
      return new SaslStep.Unprotected();
    }
  }

  /** A mechanism whose accounts can't be asked now. */
  private record Unavailable(String mechanism) implements SaslExchange {
    @Override
    public SaslStep begin() {
      return new SaslStep.Denied(Authentication.Reason.UNAVAILABLE);
    }

    @Override
    public SaslStep respond(byte[] response) {
      return begin();
    }
  }
}
