package org.restante.pop3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.restante.protocol.Connection;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * AUTH: a SASL exchange.
 *
 * @param response the initial response in base64, {@code =} for an empty one
 * @rfc 5034 4
 */
record Auth(String mechanism, Optional<String> response) implements Command {

  static Auth read(Arguments arguments) {
    return new Auth(arguments.expectWord("a mechanism"), arguments.takeWord());
  }

  @Override
  public void run(Pop3Session session) {
    Connection connection = session.connection();
    SaslExchange exchange =
        session
            .services()
            .sasl()
            .start(mechanism, connection)
            .orElseThrow(() -> new Problem.Refused("no such mechanism"));
    SaslStep step =
        response.isPresent() ? exchange.respond(initial(response.get())) : exchange.begin();
    while (step instanceof SaslStep.Challenge challenge) {
      session.say("+ " + Base64.getEncoder().encodeToString(challenge.data()));
      connection.flush();
      step = exchange.respond(answer(connection));
    }
    finish(session, exchange.mechanism(), step);
  }

  private static void finish(Pop3Session session, String mechanism, SaslStep last) {
    switch (last) {
      case SaslStep.Granted granted -> session.enter(mechanism, granted.account());
      case SaslStep.Denied denied -> throw session.denied(mechanism, denied.reason());
      case SaslStep.Unprotected unprotected -> throw Pass.unprotected();
      case SaslStep.Malformed malformed -> throw new Problem.Syntax("not understood");
      case SaslStep.Challenge challenge -> throw new IllegalStateException("one step too many");
    }
  }

  private static byte[] initial(String text) {
    return text.equals("=") ? new byte[0] : decode(text);
  }

  private static byte[] answer(Connection connection) {
    byte[] line = connection.readLine(connection.limits().lineOctets());
    String text = new String(line, StandardCharsets.US_ASCII);
    if (text.equals("*")) {
      throw new Problem.Refused("authentication ended");
    }
    return decode(text);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Problem.Syntax("not base64");
    }
  }

  @Override
  public String toString() {
    return "AUTH " + mechanism;
  }
}
