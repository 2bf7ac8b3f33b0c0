/**
 * The mail model: UIDs, MODSEQs, flags, counters, quota and change log over the key-value engine.
 *
 * <p>Invariants: a mutation is one durable commit in one partition, and is in memory and published
 * after it; an engine may go and another come at any time: calls wait, short drafts move and long
 * ones fail by name, views and watches stay valid. The rooms: {@code schema} is what is stored,
 * {@code account} what is in memory and how it is committed, {@code mutation} what can be done,
 * {@code view} and {@code snapshot} what is read, {@code content} the octets, {@code directory} the
 * accounts, {@code scrub} whether it all agrees, {@code salvage} what is done where it does not,
 * {@code meter} what is measured.
 */
@NullMarked
package org.restante.mailstore;

import org.jspecify.annotations.NullMarked;
