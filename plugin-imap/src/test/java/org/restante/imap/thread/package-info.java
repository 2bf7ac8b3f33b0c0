/** Tests of threading. */
@org.jspecify.annotations.NullMarked
package org.restante.imap.thread;
