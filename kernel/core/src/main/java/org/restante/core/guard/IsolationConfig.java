package org.restante.core.guard;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.restante.core.isolation.config}. */
@ObjectClassDefinition(
    name = "Restante isolation",
    description = "What one plugin may take, and when it is stopped")
public @interface IsolationConfig {

  /** Look over the classes of a bundle before it is installed. */
  @AttributeDefinition
  boolean scan() default true;

  /** Weave checkpoints into the classes of plugins. */
  @AttributeDefinition
  boolean weave() default true;

  /** Calls into one plugin that run at a time; 0: three quarters of the carriers. */
  @AttributeDefinition
  int turns() default 0;

  /** Milliseconds after which a call that still runs gives way: a slice each in turn. */
  @AttributeDefinition
  int sliceMillis() default 10;

  /** Milliseconds after which a call is heavy: one at a time, half of the time while others run. */
  @AttributeDefinition
  int heavyMillis() default 200;

  /** Seconds that a call may run without waiting for client or store. */
  @AttributeDefinition
  int busySeconds() default 5;

  /** Calls of the store by one plugin at a time. */
  @AttributeDefinition
  int storeCalls() default 64;

  /** Snapshots, contents and drafts that one plugin may have open. */
  @AttributeDefinition
  int openReadings() default 20_000;

  /** Milliseconds that a call of the store waits for its permit. */
  @AttributeDefinition
  int storeWaitMillis() default 10_000;

  /** Readings of many messages by one plugin at a time; 0: twice the processors. */
  @AttributeDefinition
  int longReadings() default 0;

  /** Octets in large arrays by all calls into a plugin that run now; 0: a quarter of the heap. */
  @AttributeDefinition
  long arrayOctets() default 0;

  /** Octets of clients that wait in memory, both directions; 0: an eighth of the heap. */
  @AttributeDefinition
  long octetsInFlight() default 0;

  /** Meters of its own that a plugin may register. */
  @AttributeDefinition
  int meters() default 1_000;

  /** Calls in a row that failed, after which a plugin is stopped; 0: never. */
  @AttributeDefinition
  int faults() default 100;

  /** Calls that went over their budget, after which a plugin is stopped. */
  @AttributeDefinition
  int overruns() default 3;
}
