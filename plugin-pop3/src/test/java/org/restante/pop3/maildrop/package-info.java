@NullMarked
package org.restante.pop3.maildrop;

import org.jspecify.annotations.NullMarked;
