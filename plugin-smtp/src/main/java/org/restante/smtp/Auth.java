package org.restante.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.restante.account.Authentication;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
import org.restante.sasl.SaslExchange;
import org.restante.sasl.SaslStep;
import org.restante.smtp.reply.Reply;

/**
 * AUTH: a SASL exchange.
 *
 * @param response the initial response in base64, {@code =} for an empty one
 * @rfc 4954 4
 */
record Auth(String mechanism, Optional<String> response) implements Command {

  static Auth read(Arguments arguments) {
    String[] words = arguments.expectWords(2);
    return new Auth(words[0], words.length == 2 ? Optional.of(words[1]) : Optional.empty());
  }

  /** What EHLO offers. */
  static List<String> mechanisms(SmtpSession session) {
    if (session.role() != Role.SUBMISSION) {
      return List.of();
    }
    return session.services().sasl().mechanisms(session.connection());
  }

  @Override
  public void run(SmtpSession session) {
    requireRightTime(session);
    Connection connection = session.connection();
    SaslExchange exchange =
        session
            .services()
            .sasl()
            .start(mechanism, connection)
            .orElseThrow(() -> new Problem.Refused(504, "5.5.4", "no such mechanism"));
    SaslStep step =
        response.isPresent() ? exchange.respond(initial(response.get())) : exchange.begin();
    while (step instanceof SaslStep.Challenge challenge) {
      String text = Base64.getEncoder().encodeToString(challenge.data());
      session.reply(Reply.of(334, "", text));
      connection.flush();
      step = exchange.respond(answer(session));
    }
    finish(session, exchange.mechanism(), step);
  }

  private static void requireRightTime(SmtpSession session) {
    if (!session.hello().extended()) {
      throw Problem.sequence("EHLO first");
    }
    if (session.authenticated()) {
      throw Problem.sequence("already logged in");
    }
    if (session.inTransaction()) {
      throw Problem.sequence("not in a transaction");
    }
  }

  private static void finish(SmtpSession session, String mechanism, SaslStep last) {
    switch (last) {
      case SaslStep.Granted granted -> {
        session.connection().meter().authentication(mechanism, true);
        session.authenticated(granted.account().id());
        session.reply(Reply.of(235, "2.7.0", "welcome"));
      }
      case SaslStep.Denied denied -> {
        session.connection().meter().authentication(mechanism, false);
        session.reply(words(denied.reason()));
        session.failedLogin();
      }
      case SaslStep.Unprotected unprotected ->
          throw new Problem.Refused(538, "5.7.11", "STARTTLS comes before a login");
      case SaslStep.Malformed malformed ->
          throw new Problem.Syntax(501, "5.5.2", "response not understood");
      case SaslStep.Challenge challenge -> throw new IllegalStateException("one step too many");
    }
  }

  private static Reply words(Authentication.Reason reason) {
    return switch (reason) {
      case INVALID_CREDENTIALS -> Reply.of(535, "5.7.8", "name or password is wrong");
      case DISABLED -> Reply.of(535, "5.7.8", "the account is disabled");
      case THROTTLED -> Reply.of(454, "4.7.0", "too many logins, wait a while");
      case UNAVAILABLE -> Reply.of(454, "4.7.0", "no logins now, try again later");
    };
  }

  private static byte[] initial(String text) {
    return text.equals("=") ? new byte[0] : decode(text);
  }

  private static byte[] answer(SmtpSession session) {
    try {
      byte[] line = session.input().readLine(session.connection().limits().lineOctets());
      String text = new String(line, StandardCharsets.US_ASCII);
      if (text.equals("*")) {
        throw new Problem.Refused(501, "5.0.0", "authentication ended");
      }
      return decode(text);
    } catch (LineTooLong e) {
      throw new Problem.Syntax(500, "5.5.6", "response too long");
    }
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Problem.Syntax(501, "5.5.2", "not base64");
    }
  }

  @Override
  public String toString() {
    return "AUTH " + mechanism;
  }
}
