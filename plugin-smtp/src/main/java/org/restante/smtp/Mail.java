package org.restante.smtp;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.smtp.path.Parameters;
import org.restante.smtp.path.Path;
import org.restante.smtp.path.PathReader;
import org.restante.smtp.path.Xtext;
import org.restante.smtp.reply.Reply;

/**
 * MAIL: begins a transaction. BODY= changes nothing, since octets are kept as they are; AUTH= is
 * read and not trusted.
 *
 * @param size what SIZE= says
 * @param auth what AUTH= says
 * @rfc 5321 4.1.1.2
 * @rfc 1870 6
 * @rfc 6152 2
 * @rfc 4954 5
 */
record Mail(Path sender, OptionalLong size, Optional<String> auth) implements Command {

  static Mail read(Arguments arguments) {
    PathReader reader = new PathReader(arguments.expectAfter("FROM:"), "5.1.7");
    Path sender = reader.expectPath();
    Parameters parameters = new Parameters(reader.rest());
    OptionalLong size = size(parameters.take("SIZE"));
    parameters.take("BODY").ifPresent(Mail::checkBody);
    Optional<String> auth = parameters.take("AUTH");
    parameters.expectEnd();
    return new Mail(sender, size, auth);
  }

  @Override
  public void run(SmtpSession session) {
    session.hello();
    if (session.role() == Role.SUBMISSION && !session.authenticated()) {
      throw new Problem.Refused(530, "5.7.0", "log in first");
    }
    if (session.inTransaction()) {
      throw Problem.sequence("one transaction at a time");
    }
    checkAuth(session.role());
    session.requireQualified(sender, "5.1.7");
    if (size.orElse(0) > session.connection().limits().messageOctets()) {
      throw new Problem.Refused(552, "5.3.4", "the letter is too large");
    }
    session.begin(new Transaction(sender, size));
    session.reply(Reply.of(250, "2.1.0", "sender noted"));
  }

  private void checkAuth(Role role) {
    if (auth.isPresent() && role != Role.SUBMISSION) {
      throw new Problem.Syntax(555, "5.5.4", "unknown parameter");
    }
    if (auth.isPresent() && !auth.get().equals("<>") && !Xtext.isWellFormed(auth.get())) {
      throw Problem.arguments("AUTH= is not xtext");
    }
  }

  private static OptionalLong size(Optional<String> digits) {
    if (digits.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong size = Arguments.octets(digits.get());
    if (size.isEmpty()) {
      throw Problem.arguments("SIZE= is a number");
    }
    return size;
  }

  private static void checkBody(String type) {
    String name = type.toUpperCase(Locale.ROOT);
    if (!name.equals("7BIT") && !name.equals("8BITMIME")) {
      throw Problem.arguments("BODY= is 7BIT or 8BITMIME");
    }
  }
}
