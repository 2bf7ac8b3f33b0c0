@NullMarked
package org.restante.smtp.letter;

import org.jspecify.annotations.NullMarked;
