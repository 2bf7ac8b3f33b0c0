/**
 * What reading a letter costs. Run one with {@code mvn -q -pl bench -am -Dquick package} and then
 * {@code java -cp "bench/target/classes:..." org.openjdk.jmh.Main MimeIndexing}.
 */
@NullMarked
package org.restante.bench.mime;

import org.jspecify.annotations.NullMarked;
