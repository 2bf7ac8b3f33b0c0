/** Paths and parameters of MAIL and RCPT (RFC 5321 §4.1.2). */
@NullMarked
package org.restante.smtp.path;

import org.jspecify.annotations.NullMarked;
