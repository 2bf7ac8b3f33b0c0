package org.restante.sasl;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The SASL mechanisms of this server. Thread-safe. */
@ProviderType
public interface Sasl {

  /** Names of the mechanisms, strongest first. */
  List<String> mechanisms();

  /** Starts an exchange; empty for a mechanism that is not offered (any case). */
  Optional<SaslExchange> start(String mechanism, InetAddress peer);
}
