@NullMarked
package org.restante.testkit.transcript;

import org.jspecify.annotations.NullMarked;
