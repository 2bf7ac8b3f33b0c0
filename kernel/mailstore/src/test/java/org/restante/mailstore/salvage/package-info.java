/** What is lost is named, and the rest is whole. */
@NullMarked
package org.restante.mailstore.salvage;

import org.jspecify.annotations.NullMarked;
