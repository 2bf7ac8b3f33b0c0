/** The SMTP and LMTP protocols: syntax, commands, sessions and trace headers. */
@NullMarked
package org.restante.smtp;

import org.jspecify.annotations.NullMarked;
