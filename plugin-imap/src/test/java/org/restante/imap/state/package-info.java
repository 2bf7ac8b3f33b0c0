/** Tests of this room. */
@org.jspecify.annotations.NullMarked
package org.restante.imap.state;
