/**
 * Changing flags.
 *
 * @rfc 3501 6.4.6
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.store;
