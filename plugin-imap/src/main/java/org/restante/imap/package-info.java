/**
 * IMAP4rev1 as a protocol plugin: the component, its settings, its meters, and the table of
 * commands.
 *
 * <p>A command is one family of files in a package of its own and one row in {@link
 * org.restante.imap.ImapCommands}.
 *
 * @rfc 3501
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap;
