/** Tests of this room. */
@NullMarked
package org.restante.mailstore.scrub;

import org.jspecify.annotations.NullMarked;
