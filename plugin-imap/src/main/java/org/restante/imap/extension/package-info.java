/**
 * Extensions: a row each in {@link org.restante.imap.extension.ExtensionTable} says where
 * CAPABILITY shows it and what ENABLE of it switches on. What an extension does is in the packages
 * of the commands that it changes.
 *
 * <p>Invariants: what a client is shown is a function of its {@link
 * org.restante.imap.extension.Standing}, asked anew each time; nothing here knows the session that
 * asks, or changes it.
 *
 * @rfc 3501 6.1.1
 * @rfc 5161 3.1
 */
@org.jspecify.annotations.NullMarked
package org.restante.imap.extension;
