/**
 * What an operator may set of the mail store.
 *
 * <p>Invariant: settings that make no sense are refused when they are made.
 */
@org.jspecify.annotations.NullMarked
package org.restante.mailstore.settings;
