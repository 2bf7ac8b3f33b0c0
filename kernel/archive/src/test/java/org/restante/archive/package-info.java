/** Tests of the archive. */
@org.jspecify.annotations.NullMarked
package org.restante.archive;
