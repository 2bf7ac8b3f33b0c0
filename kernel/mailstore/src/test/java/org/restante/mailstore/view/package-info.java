/** Tests of this room. */
@NullMarked
package org.restante.mailstore.view;

import org.jspecify.annotations.NullMarked;
