package org.restante.status;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.restante.status.config}. */
@ObjectClassDefinition(name = "Restante mailbox status")
public @interface StatusConfiguration {

  /** A watching client says NOOP now and then. */
  @AttributeDefinition(name = "Seconds of silence after which a session ends")
  int inactivitySeconds() default 1800;

  /** More of them are refused. */
  @AttributeDefinition(name = "Mailboxes that one command may name")
  int mostMailboxes() default 16;
}
