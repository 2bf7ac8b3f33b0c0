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

  /** Milliseconds that a file must not change before it is read. */
  @AttributeDefinition
  int settleMillis() default 200;

  /** Longest time in seconds until a change in the folder is noticed. */
  @AttributeDefinition
  int pollSeconds() default 5;
}
