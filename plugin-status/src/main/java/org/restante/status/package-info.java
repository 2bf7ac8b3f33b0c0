/**
 * A mailbox-status protocol: how many letters are in mailboxes, and word when that changes. Small
 * on purpose, for authors of protocols to copy.
 *
 * <pre>
 * C: LOGIN user password          S: 230 logged in
 * C: STATUS name [TAB name …]     S: 210 messages unseen name, for each; 250 done
 * C: WATCH name [TAB name …]      S: the same, then 210 and 410 lines as the mailboxes change
 * C: UNWATCH                      S: 250 done
 * C: NOOP                         S: 250 done
 * C: QUIT                         S: 221 goodbye
 * </pre>
 *
 * Lines are UTF-8 and end in CRLF; a blank or a tab separates what it stands between; levels of a
 * name are separated by a slash. The first digit of a reply is that of SMTP (RFC 5321 §4.2.1): 2 is
 * good, 4 is no for now, 5 is no.
 *
 * <p>Invariants: what a watching client was told last is kept with the session and compared with
 * what is, so that no change is told twice or missed, whatever words of the store come when;
 * everything that a session holds is released by {@code suspend} and {@code onClose}; problems
 * become a reply, a log line and a figure in one place, {@link org.restante.status.Problem}.
 */
@NullMarked
package org.restante.status;

import org.jspecify.annotations.NullMarked;
