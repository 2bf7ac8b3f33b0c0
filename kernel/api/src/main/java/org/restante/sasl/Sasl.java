package org.restante.sasl;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.protocol.Connection;

/** The SASL mechanisms of this server. Thread-safe. */
@ProviderType
public interface Sasl {

  /**
   * Names of the mechanisms that can be used on a connection as it is now, strongest first: none
   * with a password in clear where that is not allowed, none with a channel binding without TLS.
   */
  List<String> mechanisms(Connection connection);

  /**
   * Starts an exchange; empty for a mechanism that there is not (any case). One that can't be used
   * on this connection now is there, and ends as {@link SaslStep.Unprotected}.
   */
  Optional<SaslExchange> start(String mechanism, Connection connection);
}
