/** The mail store on the in-memory engine. */
@NullMarked
package org.restante.mailstore;

import org.jspecify.annotations.NullMarked;
