package org.restante.core.tls;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.restante.core.tls.config}. */
@ObjectClassDefinition(name = "Restante TLS", description = "Where the certificate and its key are")
public @interface TlsConfig {

  /** Folder of {@code cert.pem} (with its chain) and {@code key.pem}; empty: etc/tls. */
  @AttributeDefinition
  String folder() default "";

  /** Name in the self-signed certificate; empty: this machine's. */
  @AttributeDefinition
  String hostname() default "";

  /** Longest time in seconds until a changed file is noticed. */
  @AttributeDefinition
  int pollSeconds() default 30;
}
