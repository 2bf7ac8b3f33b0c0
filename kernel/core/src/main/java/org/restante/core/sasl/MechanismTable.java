package org.restante.core.sasl;

import java.net.InetAddress;
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
import org.restante.sasl.Sasl;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/** The mechanisms that need a password in clear: PLAIN, and LOGIN for old SMTP clients. */
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
  public List<String> mechanisms() {
    return List.of(Plain.NAME, Login.NAME);
  }

  @Override
  public Optional<SaslExchange> start(String mechanism, InetAddress peer) {
    return switch (mechanism.toUpperCase(Locale.ROOT)) {
      case Plain.NAME -> Optional.of(new Plain((login, password) -> check(login, password, peer)));
      case Login.NAME -> Optional.of(new Login((login, password) -> check(login, password, peer)));
      default -> Optional.empty();
    };
  }

  private SaslStep check(String login, String password, InetAddress peer) {
    Authenticator present = authenticator;
    if (present == null) {
      return new SaslStep.Denied(Authentication.Reason.UNAVAILABLE);
    }
    return switch (present.authenticate(login, password, peer)) {
      case Authentication.Granted granted -> new SaslStep.Granted(granted.account());
      case Authentication.Denied denied -> new SaslStep.Denied(denied.reason());
    };
  }
}
