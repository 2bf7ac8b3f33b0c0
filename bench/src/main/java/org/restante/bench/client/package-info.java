/** What every measuring client needs: a socket with lines, and times with quantiles. */
@NullMarked
package org.restante.bench.client;

import org.jspecify.annotations.NullMarked;
