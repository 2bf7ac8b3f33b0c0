/** Tests of export and import. */
@org.jspecify.annotations.NullMarked
package org.restante.admin.archive;
