@NullMarked
package org.restante.testkit.corpus;

import org.jspecify.annotations.NullMarked;
