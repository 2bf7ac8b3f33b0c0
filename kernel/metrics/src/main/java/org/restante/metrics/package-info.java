/**
 * One meter registry for all bundles, and the page that a scraper reads.
 *
 * <p>Invariants: histograms have the fixed buckets of {@link org.restante.metrics.Buckets}; no
 * meter has a tag that names a user, mailbox, address or message; counters belong to the kernel and
 * survive the bundle that counts with them, because the registry does.
 */
@NullMarked
package org.restante.metrics;

import org.jspecify.annotations.NullMarked;
