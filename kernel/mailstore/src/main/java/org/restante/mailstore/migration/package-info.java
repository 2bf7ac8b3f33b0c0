/**
 * Brings the rows of an older format to this release's, when an engine is opened.
 *
 * <p>Invariants: steps run in the order of their list, each over the system partition and then over
 * every account; a step may run again over what it has done already, so that a migration that was
 * cut off goes on at its marker; the format in the system row moves on last; a newer format is
 * never touched.
 */
@NullMarked
package org.restante.mailstore.migration;

import org.jspecify.annotations.NullMarked;
