package org.restante.admin.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the admin API and the metrics are. */
@ObjectClassDefinition(name = "Admin", description = "The HTTP port for metrics and administration.")
@interface HttpConfig {

  /** The address to bind. */
  @AttributeDefinition(description = "Address to bind; loopback unless a proxy guards it.")
  String bind() default "127.0.0.1";

  /** The port, before the base port is added. */
  @AttributeDefinition(description = "Port, to which the base port is added; -1: any free one.")
  int port() default 80;
}
