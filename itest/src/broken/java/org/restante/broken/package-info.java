/**
 * A protocol bundle that breaks one rule of the TCK: the classes stand in front of a sound plugin,
 * and the header {@code Restante-Break} of the bundle says which rule. {@code ./check tck} compiles
 * them, puts them into copies of the sample's jar, and never ships them. The broken bundle passes
 * the scan: what that refuses never gets as far as the TCK.
 */
@org.jspecify.annotations.NullMarked
package org.restante.broken;
