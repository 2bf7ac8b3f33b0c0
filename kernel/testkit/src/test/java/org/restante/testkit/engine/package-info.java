/** The contract on the in-memory engine. */
@NullMarked
package org.restante.testkit.engine;

import org.jspecify.annotations.NullMarked;
