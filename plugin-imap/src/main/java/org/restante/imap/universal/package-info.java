/**
 * The commands that are valid in every state, and NAMESPACE.
 *
 * @rfc 3501 6.1
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.universal;
