/** One meter registry for all bundles, and the endpoint that a scraper reads. */
@NullMarked
package org.restante.metrics;

import org.jspecify.annotations.NullMarked;
