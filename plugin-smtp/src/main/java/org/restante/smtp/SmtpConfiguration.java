package org.restante.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.restante.smtp.config}. */
@ObjectClassDefinition(name = "Restante SMTP, submission and LMTP")
public @interface SmtpConfiguration {

  /** Unknown recipients there are 550 5.1.1, recipients elsewhere 550 5.7.1. */
  @AttributeDefinition(name = "Domains of this server")
  String[] domains() default {"localhost"};

  /** RFC 5321 §4.5.1 wants every server to have one. Empty: only an account of that name. */
  @AttributeDefinition(
      name = "Address that gets the postmaster's mail where no account has its name")
  String postmaster() default "";

  /** RFC 5321 §4.5.3.1.8 asks for at least 100. */
  @AttributeDefinition(name = "Recipients of one letter")
  int recipients() default 1000;

  /** RFC 5321 §4.5.3.2.7 asks for at least 300. */
  @AttributeDefinition(name = "Seconds of silence after which a session ends")
  int inactivitySeconds() default 300;

  /** The next one ends the session; a delivered letter sets the count back. */
  @AttributeDefinition(name = "Failed commands of one connection")
  int errors() default 30;

  /** The next one ends the session. */
  @AttributeDefinition(name = "Failed logins of one connection")
  int loginAttempts() default 5;
}
