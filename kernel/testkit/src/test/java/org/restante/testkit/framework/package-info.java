/** Tests of what suites conclude from. */
@org.jspecify.annotations.NullMarked
package org.restante.testkit.framework;
