package org.restante.imap.append;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.restante.imap.syntax.DateSyntax;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.Literal;
import org.restante.imap.syntax.SyntaxError;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;

/**
 * What a client says of one message, up to the announcement of its octets.
 *
 * @param date INTERNALDATE; absent for now
 * @param literal the announced octets
 * @param closing whether a parenthesis comes behind them
 * @rfc 3501 9
 * @rfc 3516 7
 * @rfc 6855 4
 */
record AppendedMessage(
    Flags flags, Optional<OffsetDateTime> date, Literal literal, boolean closing) {

  static AppendedMessage read(ImapReader in) {
    Flags flags = Flags.NONE;
    if (in.peek() == '(') {
      flags = FlagSyntax.expectList(in);
      in.expectSpace();
    }
    Optional<OffsetDateTime> date = Optional.empty();
    if (in.peek() == '"') {
      date = Optional.of(DateSyntax.expectDateTime(in));
      in.expectSpace();
    }
    boolean utf8 = in.takeWord("UTF8");
    if (utf8) {
      in.expectSpace();
      in.expect('(');
    }
    if (!in.take('~') && utf8) {
      throw new SyntaxError("expected a binary literal");
    }
    return new AppendedMessage(flags, date, in.expectLiteral(), utf8);
  }

  NewMessage with(MessageDraft content) {
    return new NewMessage(
        content, flags, date.orElseGet(() -> OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS)));
  }
}
