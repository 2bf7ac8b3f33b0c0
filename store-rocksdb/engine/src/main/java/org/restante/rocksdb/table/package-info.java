/** The whole schema of the database, and the one package that touches the native API. */
@NullMarked
package org.restante.rocksdb.table;

import org.jspecify.annotations.NullMarked;
