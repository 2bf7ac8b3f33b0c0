package org.restante.core.limits;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.restante.core.limits.config}. */
@ObjectClassDefinition(name = "Restante limits", description = "Limits of all listeners together")
public @interface LimitsConfig {

  /** Most connections at a time, all listeners together. */
  @AttributeDefinition
  int maxConnections() default 100_000;

  /** Seconds a client may leave replies unread before its connection is cut. */
  @AttributeDefinition
  int stallSeconds() default 120;

  /** Seconds that sessions get to say goodbye when the server stops. */
  @AttributeDefinition
  int shutdownSeconds() default 3;

  /** Seconds for a TLS handshake. */
  @AttributeDefinition
  int handshakeSeconds() default 30;

  /** Whether passwords may be sent in clear: {@code never}, {@code loopback} or {@code always}. */
  @AttributeDefinition
  String plaintextLogin() default "loopback";
}
