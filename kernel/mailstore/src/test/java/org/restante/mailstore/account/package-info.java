/** Tests of this room. */
@NullMarked
package org.restante.mailstore.account;

import org.jspecify.annotations.NullMarked;
