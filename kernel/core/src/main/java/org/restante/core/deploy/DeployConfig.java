package org.restante.core.deploy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.restante.core.deploy.config}. */
@ObjectClassDefinition(
    name = "Restante deployment",
    description = "The folder of plugins and how they are replaced")
public @interface DeployConfig {

  /** The folder; empty: deploy, in restante.home. */
  @AttributeDefinition
  String folder() default "";

  /** The folder of the certificates that may sign bundles; empty: etc/trusted. */
  @AttributeDefinition
  String trusted() default "";

  /** Seconds that sessions get to move to a new revision. */
  @AttributeDefinition
  int drainSeconds() default 60;

  /** Seconds that sessions get to say goodbye when a bundle is removed. */
  @AttributeDefinition
  int farewellSeconds() default 5;

  /** Seconds that a bundle gets to register its service and to pass its health check. */
  @AttributeDefinition
  int healthcheckSeconds() default 15;

  /**
   * Seconds that a replaced revision is kept to go back to, and the new one watched; 0: neither.
   */
  @AttributeDefinition
  int guardSeconds() default 60;

  /** Commands that a new revision must have carried out before it is judged. */
  @AttributeDefinition
  int guardCommands() default 20;

  /** By how much more of its commands may fail than of the old one's; 0.05: 5 of 100. */
  @AttributeDefinition
  double guardErrorRatio() default 0.05;

  /** By which factor its p99 may be larger than the old one's. */
  @AttributeDefinition
  double guardLatency() default 3;

  /** A p99 of the old revision that is shorter counts as so many milliseconds. */
  @AttributeDefinition
  int guardLatencyFloorMillis() default 50;

  /** Milliseconds that a file must not change before it is read. */
  @AttributeDefinition
  int settleMillis() default 200;

  /** Longest time in seconds until a change in the folder is noticed. */
  @AttributeDefinition
  int pollSeconds() default 5;
}
