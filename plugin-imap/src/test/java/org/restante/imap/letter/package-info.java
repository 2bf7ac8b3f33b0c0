/** Tests of what is said of a letter. */
@org.jspecify.annotations.NullMarked
package org.restante.imap.letter;
