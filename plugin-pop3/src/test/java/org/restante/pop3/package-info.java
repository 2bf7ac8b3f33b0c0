@NullMarked
package org.restante.pop3;

import org.jspecify.annotations.NullMarked;
