@NullMarked
package org.restante.smtp.path;

import org.jspecify.annotations.NullMarked;
