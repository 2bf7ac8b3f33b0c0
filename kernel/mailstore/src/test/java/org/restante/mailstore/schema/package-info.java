/** Tests of this room. */
@NullMarked
package org.restante.mailstore.schema;

import org.jspecify.annotations.NullMarked;
