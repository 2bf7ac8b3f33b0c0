/**
 * Pax Exam on the assembled distribution: what runs in a test is what is shipped, bundle by bundle,
 * at its start levels. Needs Pax Exam on the test's class path.
 *
 * <p>Invariant: bundles come from {@code file:} URLs of the assembly; nothing is resolved,
 * downloaded or taken from a class path.
 */
@NullMarked
package org.restante.testkit.exam;

import org.jspecify.annotations.NullMarked;
