/**
 * The in-memory engine and the contract that every {@link org.restante.keyvalue.KeyValueEngine}
 * passes.
 *
 * <p>Invariants: a contract test says only what the javadoc of the keyvalue and blob packages
 * promises; it waits on events, never on time.
 */
@NullMarked
package org.restante.testkit.engine;

import org.jspecify.annotations.NullMarked;
