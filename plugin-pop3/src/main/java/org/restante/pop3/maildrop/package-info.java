/**
 * The maildrop: INBOX as a POP3 session sees it, and the lock on it.
 *
 * <p><b>The lock.</b> RFC 1939 §4 gives a session exclusive access to its maildrop, and users of
 * other servers suffer from locks that dead connections hold until the autologout timer ends them.
 * Here a lock lives in memory with its session. A second login is refused with [IN-USE] while the
 * holder runs a command or was active a short while ago ({@code takeoverAfterSeconds}); otherwise
 * the newcomer takes the lock over, and the silent session ends as by autologout: nothing is
 * removed.
 *
 * <p>The lock keeps two clients from fetching the same letters at a time; no letter depends on it.
 * IMAP sessions and, for the moment of an upgrade, sessions of another revision of this bundle do
 * not see it: messages are addressed by UID and an expunge of what is gone already does nothing.
 */
@NullMarked
package org.restante.pop3.maildrop;

import org.jspecify.annotations.NullMarked;
