package org.restante.imap;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.restante.imap.config}. */
@ObjectClassDefinition(name = "IMAP")
@interface ImapConfiguration {

  @AttributeDefinition(description = "Between the levels of a mailbox name; one character")
  String separator() default "/";

  @AttributeDefinition(
      description = "How often a client in IDLE hears something, as an ISO 8601 duration")
  String keepAlive() default "PT2M";

  @AttributeDefinition(
      description = "How long a client may be silent after its login; 30 minutes or more")
  String autologout() default "PT30M";

  @AttributeDefinition(description = "How long a client may be silent before its login")
  String loginTimeout() default "PT3M";

  @AttributeDefinition(description = "Commands in a row that a client may get wrong")
  int badCommands() default 20;

  @AttributeDefinition(
      description = "Most octets of the literals of one command, APPEND's message not counted")
  int literalOctets() default 65536;

  @AttributeDefinition(description = "Most parentheses and search keys within each other")
  int nesting() default 200;

  @AttributeDefinition(description = "Most ranges of a sequence set")
  int setRanges() default 20000;

  @AttributeDefinition(
      description =
          "Most messages that clients should name in one command (MESSAGELIMIT); COPY and MOVE are"
              + " held to it")
  int messageLimit() default 10000;

  @AttributeDefinition(
      description = "Whether FETCH, STORE, SEARCH and UID EXPUNGE are held to messageLimit too")
  boolean enforceMessageLimit() default false;

  @AttributeDefinition(description = "How often a client hears that a long command is in progress")
  String progressEvery() default "PT10S";

  @AttributeDefinition(
      description = "Literals without an invitation: plus, of any size; minus, up to 4,096 octets")
  String literals() default "plus";

  @AttributeDefinition(description = "Addresses of accounts that may set quotas and see others'")
  String[] quotaAdministrators() default {};
}
