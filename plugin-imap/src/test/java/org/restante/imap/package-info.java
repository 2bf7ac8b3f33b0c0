/** Tests of whole conversations. */
@org.jspecify.annotations.NullMarked
package org.restante.imap;
