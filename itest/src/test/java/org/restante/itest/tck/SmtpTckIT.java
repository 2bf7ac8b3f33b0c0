package org.restante.itest.tck;

import java.nio.file.Path;
import org.restante.testkit.exam.Assembly;
import org.restante.testkit.tck.Dialect;
import org.restante.testkit.tck.ProtocolTck;

/**
 * Submission: who the client is, and that it has said EHLO, move along.
 *
 * @rfc 6409 4
 * @rfc 4954 4
 */
public class SmtpTckIT extends ProtocolTck {

  @Override
  protected Path bundle() {
    return Assembly.toTest().plugin("smtp");
  }

  @Override
  protected Dialect dialect() {
    return Dialect.of("smtp")
        .role("submission")
        .greeting("S: 220 {any}")
        .login(
            "PLAIN",
            """
            C: EHLO client.test
            S: 250-{any}
            S*: 250-PIPELINING
            S*: 250-SIZE {number}
            S*: 250-8BITMIME
            S*: 250-ENHANCEDSTATUSCODES
            S*: 250-CHUNKING
            S*: 250-STARTTLS
            S: 250 AUTH {any}
            C: AUTH PLAIN {plain}
            S: 235 {any}
            """)
        .command(
            "RSET",
            """
            C: RSET
            S: 250 {any}
            """)
        .nonsense(
            """
            C: XYZ {nonce}
            S: 500 {any}
            """)
        .excess(
            """
            C: MAIL FROM:<> SIZE=10001
            S: 552 {any}
            """)
        .quit(
            """
            C: QUIT
            S: 221 {any}
            """);
  }
}
