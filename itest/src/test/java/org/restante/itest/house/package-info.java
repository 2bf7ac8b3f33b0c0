/**
 * The house tool: measures the sources and fails where a limit is passed.
 *
 * <p>It parses with the JDK's own compiler and needs no build and no library, so that it can look
 * at any tree. Invariant: every rule has a sample in {@code HouseTest} that breaks it.
 */
@NullMarked
package org.restante.itest.house;

import org.jspecify.annotations.NullMarked;
