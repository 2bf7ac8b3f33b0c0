/**
 * The mail model: UIDs, MODSEQs, flags, counters, quota and change log over the key-value engine.
 */
@NullMarked
package org.restante.mailstore;

import org.jspecify.annotations.NullMarked;
