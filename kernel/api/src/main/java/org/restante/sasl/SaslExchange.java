package org.restante.sasl;

import org.osgi.annotation.versioning.ProviderType;

/** One run of a mechanism. Not thread-safe; calls block. */
@ProviderType
public interface SaslExchange {

  /** The mechanism's name. */
  String mechanism();

  /**
   * The first step where the client sent no initial response: a challenge, often empty.
   *
   * @rfc 4422 3.3
   */
  SaslStep begin();

  /** The step after a response of the client, decoded from base64. */
  SaslStep respond(byte[] response);
}
