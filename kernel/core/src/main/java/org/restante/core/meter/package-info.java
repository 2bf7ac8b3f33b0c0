/**
 * What the kernel measures. {@link org.restante.core.meter.CoreMeters} lists every meter.
 *
 * <p>Invariants: every tag value is of a closed set; a series that is known is there with 0 from
 * the moment its listener or plugin is bound; counters are the kernel's, so they never fall when a
 * plugin is replaced, and nothing here holds on to a class of a plugin.
 */
@org.jspecify.annotations.NullMarked
package org.restante.core.meter;
