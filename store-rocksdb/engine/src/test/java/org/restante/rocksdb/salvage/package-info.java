/** What was damaged is mended towards what it was, or told. */
@NullMarked
package org.restante.rocksdb.salvage;

import org.jspecify.annotations.NullMarked;
