@NullMarked
package org.restante.protocol.state;

import org.jspecify.annotations.NullMarked;
