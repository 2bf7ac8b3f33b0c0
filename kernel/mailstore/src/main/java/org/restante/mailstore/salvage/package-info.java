/**
 * What is done about damage: rows are written again from what is left, letters are read and those
 * that are not whole are named.
 *
 * <p>Invariants: no UID, MODSEQ or id that was ever given is given again; octets that do not have
 * the hash of their message are never served as the message; what is lost is on record, in the
 * system partition, until the message is whole or gone.
 */
@NullMarked
package org.restante.mailstore.salvage;

import org.jspecify.annotations.NullMarked;
