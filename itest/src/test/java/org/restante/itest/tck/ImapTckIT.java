package org.restante.itest.tck;

import java.nio.file.Path;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.tck.Dialect;
import org.restante.testkit.tck.ProtocolTck;

/**
 * IMAP: the selected mailbox, its view and IDLE move along.
 *
 * @rfc 9051 3
 * @rfc 2177 3
 */
public class ImapTckIT extends ProtocolTck {

  @Override
  protected Path bundle() {
    return Assembly.toTest().plugin("imap");
  }

  @Override
  protected Dialect dialect() {
    return Dialect.of("imap")
        .greeting("S: * OK {any}")
        .login(
            "LOGIN",
            """
            C: a1 LOGIN {user} {password}
            S: a1 OK {any}
            C: a2 SELECT INBOX
            S*: * FLAGS {any}
            S*: * {number} EXISTS
            S*: * {number} RECENT
            S*: * OK [UIDVALIDITY {number}] {any}
            S*: * OK [UIDNEXT {number}] {any}
            S*: * OK [PERMANENTFLAGS {any}
            S*: * OK [HIGHESTMODSEQ {number}] {any}
            S*: * OK [MAILBOXID {any}
            S: a2 OK {any}
            """)
        .command(
            "CHECK",
            """
            C: a3 CHECK
            S: a3 OK {any}
            """)
        .hold(
            """
            C: a4 IDLE
            S: + {any}
            """,
            """
            S: * {number} EXISTS
            S: * {number} RECENT
            """,
            """
            C: DONE
            S: a4 OK {any}
            """)
        .nonsense(
            """
            C: a5 XYZ {nonce}
            S: a5 BAD {any}
            """)
        .excess(
            """
            C: a6 APPEND INBOX {10001}
            S: a6 NO [TOOBIG] {any}
            """)
        .quit(
            """
            C: a7 LOGOUT
            S: * BYE {any}
            S: a7 OK {any}
            """);
  }
}
