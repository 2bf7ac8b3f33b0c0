package org.restante.pop3;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.restante.pop3.config}. */
@ObjectClassDefinition(name = "Restante POP3")
public @interface Pop3Configuration {

  /** RFC 1939 §3 asks for at least 600. */
  @AttributeDefinition(name = "Seconds of silence after which a session ends")
  int inactivitySeconds() default 600;

  /** See the package {@code org.restante.pop3.maildrop}. */
  @AttributeDefinition(
      name = "Seconds of silence after which another login takes the maildrop over")
  int takeoverAfterSeconds() default 30;

  /** The next one ends the session. */
  @AttributeDefinition(name = "Failed logins of one connection")
  int loginAttempts() default 5;

  /** The next one ends the session. */
  @AttributeDefinition(name = "Commands of one connection that were not understood")
  int syntaxErrors() default 20;

  /** {@code never}, or days as {@code 30d}: RFC 2449 §6.7. */
  @AttributeDefinition(name = "How long letters stay in INBOX that were retrieved")
  String expire() default "never";
}
