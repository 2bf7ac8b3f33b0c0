/** Letters in files: Maildir and mbox, read one at a time. */
@org.jspecify.annotations.NullMarked
package org.restante.launcher.letter;
