package org.restante.itest.tck;

import java.nio.file.Path;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.tck.Dialect;
import org.restante.testkit.tck.ProtocolTck;

/**
 * POP3: the maildrop that was opened, and its numbers, move along.
 *
 * @rfc 1939 3
 */
public class Pop3TckIT extends ProtocolTck {

  @Override
  protected Path bundle() {
    return Assembly.toTest().plugin("pop3");
  }

  @Override
  protected Dialect dialect() {
    return Dialect.of("pop3")
        .greeting("S: +OK {any}")
        .login(
            "USER",
            """
            C: USER {user}
            S: +OK {any}
            C: PASS {password}
            S: +OK {any}
            """)
        .command(
            "STAT",
            """
            C: STAT
            S: +OK {number} {number}
            """)
        .nonsense(
            """
            C: XYZ {nonce}
            S: -ERR {any}
            """)
        .quit(
            """
            C: QUIT
            S: +OK {any}
            """);
  }
}
