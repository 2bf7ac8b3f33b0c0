@NullMarked
package org.restante.pop3.multiline;

import org.jspecify.annotations.NullMarked;
