/** Tests of this room. */
@NullMarked
package org.restante.mailstore.directory;

import org.jspecify.annotations.NullMarked;
