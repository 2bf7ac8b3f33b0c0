/**
 * A running server seen from inside its framework, for suites under Pax Exam: its services and
 * ports, jars of a plugin that are changed for a test, sessions that work meanwhile, class loaders
 * that ought to go.
 *
 * <p>Invariants: what is waited for is a service, a step or a reference that is cleared, never a
 * time; nothing here keeps a plugin's service or class.
 */
@NullMarked
package org.restante.testkit.framework;

import org.jspecify.annotations.NullMarked;
