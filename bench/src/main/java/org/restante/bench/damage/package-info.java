/**
 * Stores whose files are damaged on purpose, one damage at a time, and what the mail store makes of
 * them. The check {@code store-damage} runs it.
 *
 * <p>Invariants: what is compared with is written down before the first damage; each damage hits a
 * fresh copy; nothing here depends on time.
 */
@NullMarked
package org.restante.bench.damage;

import org.jspecify.annotations.NullMarked;
