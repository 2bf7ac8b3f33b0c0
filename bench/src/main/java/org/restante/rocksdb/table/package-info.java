/**
 * The measure of the store: the same database, the same tables and options, written and read
 * without us. It lies in the package of the tables so that it opens them with exactly their
 * options, and because no other package may use the native API.
 */
@NullMarked
package org.restante.rocksdb.table;

import org.jspecify.annotations.NullMarked;
