package org.restante.status;

import org.restante.testkit.tck.Dialect;
import org.restante.testkit.tck.ProtocolTck;

/** The rules for protocol bundles, on the built jar in the built distribution. */
public class StatusTckIT extends ProtocolTck {

  @Override
  protected Dialect dialect() {
    return Dialect.of("status")
        .greeting("S: 220 {any}")
        .login(
            "LOGIN",
            """
            C: LOGIN {user} {password}
            S: 230 logged in
            """)
        .command(
            "STATUS",
            """
            C: STATUS INBOX
            S: 210 {number} {number} INBOX
            S: 250 done
            """)
        .hold(
            """
            C: WATCH INBOX\tnowhere
            S: 210 {number} {number} INBOX
            S: 410 nowhere
            S: 250 done
            """,
            "S: 210 1 1 INBOX",
            """
            C: UNWATCH
            S: 250 done
            """)
        .nonsense(
            """
            C: XYZ {nonce}
            S: 500 unknown command
            """)
        .excess(
            """
            C: STATUS a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\tn\to\tp\tq
            S: 552 at most 16 mailboxes
            """)
        .quit(
            """
            C: QUIT
            S: 221 goodbye
            """);
  }
}
