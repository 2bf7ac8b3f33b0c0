/**
 * Which way dependencies point, held on the compiled classes of every module. Each rule carries its
 * reason, and {@code RulesTest} has a sample that breaks it.
 */
@NullMarked
package org.restante.itest.architecture;

import org.jspecify.annotations.NullMarked;
