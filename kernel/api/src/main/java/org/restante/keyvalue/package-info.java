/**
 * The engine seam: an ordered key-value space in which one account is one partition, with one-shot,
 * guarded, atomic batches, and blobs beside it.
 *
 * <p>Invariants: a batch is applied whole or not at all; keys are compared as unsigned octets;
 * nothing in this package knows what a mailbox is. Engines are services; the mail model is written
 * once and every engine passes the same contract (testkit, {@code KeyValueEngineContract}).
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.restante.keyvalue;
