/** The POP3 protocol: syntax, commands and sessions. */
@NullMarked
package org.restante.pop3;

import org.jspecify.annotations.NullMarked;
