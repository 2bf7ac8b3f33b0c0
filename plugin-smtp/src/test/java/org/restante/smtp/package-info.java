@NullMarked
package org.restante.smtp;

import org.jspecify.annotations.NullMarked;
