/** The tests of the tests: a small protocol that shows what a connection in memory promises. */
@NullMarked
package org.restante.testkit;

import org.jspecify.annotations.NullMarked;
