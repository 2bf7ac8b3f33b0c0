/**
 * Pax Exam suites on the built distribution: bundles come and go under traffic.
 *
 * <p>The classes are a bundle of their own inside the framework; only the methods that Pax Exam
 * asks for its options run outside of it. Invariants: what is waited for is a line, a service or a
 * reference that is cleared, never a time; each suite has a home and ports of its own. Lines that
 * begin with {@code figure:} are shown by {@code ./check dynamics}.
 */
@NullMarked
package org.restante.itest.dynamics;

import org.jspecify.annotations.NullMarked;
