/**
 * Pax Exam options: the assembled distribution in a framework of the test's own.
 *
 * <p>Invariants: what is provisioned is exactly what the distribution's folders hold, in their start
 * levels, by {@code file:} URLs and never from a repository; every test has a home and a base port
 * of its own.
 */
@NullMarked
package org.restante.testkit.exam;

import org.jspecify.annotations.NullMarked;
