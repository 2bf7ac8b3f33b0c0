@NullMarked
package org.restante.testkit.connection;

import org.jspecify.annotations.NullMarked;
