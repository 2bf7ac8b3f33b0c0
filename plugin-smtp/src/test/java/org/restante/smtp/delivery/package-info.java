@NullMarked
package org.restante.smtp.delivery;

import org.jspecify.annotations.NullMarked;
