/** The IMAP protocol: syntax, commands, sessions and the selected-mailbox view. */
@NullMarked
package org.restante.imap;

import org.jspecify.annotations.NullMarked;
