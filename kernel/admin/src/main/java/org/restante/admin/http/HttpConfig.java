package org.restante.admin.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the admin API and the metrics are: {@code etc/org.restante.admin.config}. */
@ObjectClassDefinition(
    name = "Admin",
    description = "The HTTP port for metrics and administration.")
@interface HttpConfig {

  /** The address to bind. */
  @AttributeDefinition(description = "Address to bind; loopback unless a proxy guards it.")
  String bind() default "127.0.0.1";

  /** The port, before the base port is added. */
  @AttributeDefinition(
      description =
          "Port, to which the base port is added; -1: any free one. The command line asks port 80.")
  int port() default 80;

  /** Most octets of a request's body. */
  @AttributeDefinition(description = "Largest letter or bundle that is taken, in MiB.")
  int largestBodyMiB() default 256;
}
