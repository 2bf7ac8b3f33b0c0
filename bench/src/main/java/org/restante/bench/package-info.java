/** Measurements: JMH benchmarks and the load generator. */
@NullMarked
package org.restante.bench;

import org.jspecify.annotations.NullMarked;
