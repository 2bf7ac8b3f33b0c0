package org.restante.core.listener;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.restante.core.listener-NAME.config}. */
@ObjectClassDefinition(
    name = "Restante listener",
    description = "A port and the protocol that is spoken there")
public @interface ListenerConfig {

  /** Name for logs and status; empty: what follows {@code -} in the file's name. */
  @AttributeDefinition
  String name() default "";

  /** The plugin that serves it: {@code imap}. */
  @AttributeDefinition
  String protocol() default "";

  /** What the plugin does here, where it has several roles. */
  @AttributeDefinition
  String role() default "";

  /** Well-known number; {@code restante.base.port} is added to it. 0: any free port. */
  @AttributeDefinition
  int port() default 0;

  /** Address to bind, 0.0.0.0 or :: for all; empty: {@code restante.bind}, or 127.0.0.1. */
  @AttributeDefinition
  String bind() default "";

  /** Connections that may wait to be accepted. */
  @AttributeDefinition
  int backlog() default 1024;

  /** TLS from the first octet. */
  @AttributeDefinition
  boolean implicitTls() default false;

  /** This server's name in greetings; empty: this machine's. */
  @AttributeDefinition
  String hostname() default "";

  /** Seconds that a connection waits for a plugin that is not there. */
  @AttributeDefinition
  int parkSeconds() default 30;

  /** Most connections that wait. */
  @AttributeDefinition
  int maxParked() default 10_000;

  /** What is said when no plugin came in time. */
  @AttributeDefinition
  String refusal() default "";

  /** What is said when a new revision can't go on with a session. */
  @AttributeDefinition
  String goodbye() default "";

  /** What is said, in clear only, when there are too many connections. */
  @AttributeDefinition
  String busy() default "";

  /** Most connections at a time. */
  @AttributeDefinition
  int maxConnections() default 20_000;

  /** Most connections at a time from one address; loopback is not limited. */
  @AttributeDefinition
  int maxConnectionsPerAddress() default 100;

  /** Longest command line in octets, literals not counted. */
  @AttributeDefinition
  int lineOctets() default 8192;

  /** Largest message in octets. */
  @AttributeDefinition
  long messageOctets() default 52_428_800;

  /** Seconds a client may be silent before its session sets its own limit. */
  @AttributeDefinition
  int loginSeconds() default 60;

  /** Passwords in clear: never, loopback, always; empty: as in org.restante.core.limits. */
  @AttributeDefinition
  String plaintextLogin() default "";
}
