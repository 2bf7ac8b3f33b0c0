package org.restante.smtp;

import java.util.ArrayList;
import java.util.List;
import org.restante.protocol.Connection;
import org.restante.smtp.SmtpSession.Hello;
import org.restante.smtp.reply.Reply;

/**
 * EHLO, and LHLO of LMTP: the client's name; what this server can do.
 *
 * @rfc 5321 4.1.1.1
 * @rfc 2033 4.1
 */
record Ehlo(String name) implements Command {

  private static final int MOST_NAME_OCTETS = 255;
  private static final String NOT_IN_NAME = "()<>\\;,\"@";

  static Ehlo read(Arguments arguments) {
    return new Ehlo(expectName(arguments));
  }

  /**
   * A domain or an address literal, or whatever a client calls itself that can stand in a header.
   */
  static String expectName(Arguments arguments) {
    String name = arguments.expectWords(Integer.MAX_VALUE)[0];
    boolean readable =
        name.length() <= MOST_NAME_OCTETS
            && name.chars().allMatch(c -> c > ' ' && c <= '~' && NOT_IN_NAME.indexOf(c) < 0);
    if (!readable) {
      throw Problem.arguments("not a name of a client");
    }
    return name;
  }

  @Override
  public void run(SmtpSession session) {
    session.greeted(new Hello(name, true));
    session.reply(new Reply(250, "", lines(session)));
  }

  private static List<String> lines(SmtpSession session) {
    Connection connection = session.connection();
    List<String> lines = new ArrayList<>();
    lines.add(connection.listener().hostname());
    lines.add("PIPELINING");
    lines.add("SIZE " + connection.limits().messageOctets());
    lines.add("8BITMIME");
    lines.add("ENHANCEDSTATUSCODES");
    lines.add("CHUNKING");
    if (connection.startTlsOffered() && !connection.encrypted()) {
      lines.add("STARTTLS");
    }
    List<String> mechanisms = Auth.mechanisms(session);
    if (!mechanisms.isEmpty()) {
      lines.add("AUTH " + String.join(" ", mechanisms));
    }
    return lines;
  }
}
