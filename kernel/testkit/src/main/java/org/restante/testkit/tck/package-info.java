/**
 * The rules that hold for every protocol bundle, as one suite under Pax Exam: {@link
 * org.restante.testkit.tck.ProtocolTck}. An author says how a client speaks the protocol ({@link
 * org.restante.testkit.tck.Dialect}) and gets a test for each rule; what the rules are is written
 * at the tests.
 *
 * <p>Inside the framework the plugin's service is borrowed: what is about one session is tried on a
 * connection in memory, whose clock and hand-overs are the test's; what is about bundles and load
 * goes through ports and the deployer, as in operation. Invariants: nothing here keeps a class or a
 * service of the plugin; each session has an account of its own; a rule fails with one text that
 * says what broke it.
 */
@NullMarked
package org.restante.testkit.tck;

import org.jspecify.annotations.NullMarked;
