/**
 * COMPRESS. The compression itself is the kernel's, below the session, so that it outlives one.
 *
 * @rfc 4978 3
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.compress;
