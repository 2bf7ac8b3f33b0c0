/**
 * Our own protocol bundles under the rules that hold for all: what the testkit's TCK asks of others
 * it asks of them. One class for each protocol says how it is spoken.
 */
@NullMarked
package org.restante.itest.tck;

import org.jspecify.annotations.NullMarked;
