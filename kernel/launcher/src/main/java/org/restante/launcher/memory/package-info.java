/**
 * The one memory setting of a server: where it stands, and how its amount is divided.
 *
 * <p>Invariants: the shares never add up to more than the amount; nobody else decides how large a
 * part of the server may grow.
 */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.memory;
