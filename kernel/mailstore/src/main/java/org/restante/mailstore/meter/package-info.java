/**
 * What the mail store measures. {@link org.restante.mailstore.meter.MailMeters} documents every
 * meter.
 *
 * <p>Invariants: totals over all accounts are kept with each commit, never counted on a scrape;
 * tags come from closed sets; counters belong to the registry and outlive this bundle, gauges do
 * not.
 */
@NullMarked
package org.restante.mailstore.meter;

import org.jspecify.annotations.NullMarked;
