/** The load generator: many senders at once, each waiting for its replies. */
@NullMarked
package org.restante.bench.load;

import org.jspecify.annotations.NullMarked;
