/** Tests of what the TCK concludes from; its rules are broken one by one in {@code ./check tck}. */
@org.jspecify.annotations.NullMarked
package org.restante.testkit.tck;
