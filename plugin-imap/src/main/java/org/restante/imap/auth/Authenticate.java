package org.restante.imap.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SyntaxError;
import org.restante.protocol.Connection;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;

/**
 * AUTHENTICATE, with or without an initial response.
 *
 * @param initial the initial response in base64, or {@code =} for an empty one
 * @rfc 3501 6.2.2
 * @rfc 4959 3
 */
public record Authenticate(String mechanism, Optional<String> initial)
    implements Command.Universal {

  /** Reads the mechanism and perhaps an initial response. */
  public static Authenticate read(ImapReader in) {
    in.expectSpace();
    String mechanism = in.expectName();
    return new Authenticate(
        mechanism, in.take(' ') ? Optional.of(in.expectAtom()) : Optional.empty());
  }

  @Override
  public Outcome run(Conversation conversation) {
    Connection connection = conversation.connection();
    SaslExchange exchange =
        conversation
            .services()
            .sasl()
            .start(mechanism, connection)
            .orElseThrow(() -> new Refused("CANNOT", "There is no such mechanism"));
    SaslStep step =
        initial.isPresent() ? exchange.respond(decoded(initial.get())) : exchange.begin();
    while (step instanceof SaslStep.Challenge challenge) {
      step = exchange.respond(answer(conversation, challenge));
    }
    return end(conversation, exchange.mechanism(), step);
  }

  private static byte[] answer(Conversation conversation, SaslStep.Challenge challenge) {
    Connection connection = conversation.connection();
    String data = Base64.getEncoder().encodeToString(challenge.data());
    conversation.out().raw("+ ").raw(data).endLine();
    conversation.out().drain();
    connection.flush();
    byte[] line = connection.readLine(connection.limits().lineOctets());
    String answer = new String(line, StandardCharsets.ISO_8859_1);
    if (answer.equals("*")) {
      throw new SyntaxError("authentication was cancelled");
    }
    return base64(answer);
  }

  private static Completion end(Conversation conversation, String mechanism, SaslStep last) {
    return switch (last) {
      case SaslStep.Granted granted -> Verdict.granted(conversation, mechanism, granted.account());
      case SaslStep.Denied denied -> Verdict.denied(conversation, mechanism, denied.reason());
      case SaslStep.Unprotected unprotected -> throw Verdict.privacyRequired();
      case SaslStep.Malformed malformed -> Completion.bad("Not in the form of " + mechanism);
      case SaslStep.Challenge challenge -> throw new IllegalStateException("unanswered challenge");
    };
  }

  private static byte[] decoded(String initial) {
    return initial.equals("=") ? new byte[0] : base64(initial);
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new SyntaxError("expected base64");
    }
  }

  /** Without the initial response: it may hold a password. */
  @Override
  public String toString() {
    return "Authenticate[" + mechanism + "]";
  }
}
