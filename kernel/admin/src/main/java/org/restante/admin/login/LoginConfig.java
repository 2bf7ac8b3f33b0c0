package org.restante.admin.login;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How logins are verified. */
@ObjectClassDefinition(name = "Logins", description = "How passwords are hashed and guarded.")
@interface LoginConfig {

  /** Memory of one hash. */
  @AttributeDefinition(description = "Memory of one Argon2id hash in KiB, for new passwords.")
  int argon2MemoryKiB() default 19_456;

  /** Passes over the memory. */
  @AttributeDefinition(description = "Passes of one Argon2id hash, for new passwords.")
  int argon2Passes() default 2;

  /** Rounds of SCRAM's hash. */
  @AttributeDefinition(
      description = "Rounds of SCRAM-SHA-256 for new passwords, 4096 or more; 0: no SCRAM.")
  int scramIterations() default 10_000;

  /** Hashes at a time. */
  @AttributeDefinition(description = "Hashes computed at a time; 0: one for each processor.")
  int concurrentHashes() default 0;

  /** How long a right password is remembered. */
  @AttributeDefinition(description = "Seconds for which a verified password is not hashed again.")
  int rememberSeconds() default 300;

  /** Wrong passwords before the brake. */
  @AttributeDefinition(
      description =
          "Wrong passwords for one login from one address before it is refused for a time.")
  int wrongPasswords() default 20;

  /** How long the brake holds. */
  @AttributeDefinition(description = "Seconds without an attempt after which it is let in again.")
  int brakeSeconds() default 60;
}
