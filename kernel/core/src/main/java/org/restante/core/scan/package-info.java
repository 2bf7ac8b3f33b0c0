/**
 * What a protocol's bundle must not do, read from its class files before it is installed.
 *
 * <p>Invariants: {@link org.restante.core.scan.Forbidden} is the whole table, used by the deployer
 * and by the test kit alike; a finding names class, method, and what to do instead. The scan sees
 * what is written, not what reflection finds at run time: that is {@code org.restante.core.guard}'s
 * part.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.scan;
