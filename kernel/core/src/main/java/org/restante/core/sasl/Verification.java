package org.restante.core.sasl;

import org.restante.sasl.SaslStep;

/** Verifies a login name and its password. */
@FunctionalInterface
interface Verification {
  SaslStep verify(String login, String password);
}
