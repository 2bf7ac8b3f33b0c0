/**
 * The meters that only IMAP has. Invariant: every series is there, with 0, from the start; tag
 * values come from closed sets.
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.meter;
