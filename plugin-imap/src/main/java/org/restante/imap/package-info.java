/**
 * IMAP4rev1 and IMAP4rev2 as a protocol plugin: the component, its settings, its meters, and the
 * tables of commands and extensions.
 *
 * <p>A command is one family of files in a package of its own and one row in {@link
 * org.restante.imap.ImapCommands}; an extension is such families and one row in {@link
 * org.restante.imap.ImapExtensions}.
 *
 * @rfc 3501
 * @rfc 9051
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap;
