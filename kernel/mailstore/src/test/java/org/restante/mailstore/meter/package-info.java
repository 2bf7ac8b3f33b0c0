/** Tests of this room. */
@NullMarked
package org.restante.mailstore.meter;

import org.jspecify.annotations.NullMarked;
