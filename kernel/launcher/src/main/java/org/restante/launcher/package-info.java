/** Starts the framework and the bundles of a distribution, start level by start level. */
@NullMarked
package org.restante.launcher;

import org.jspecify.annotations.NullMarked;
