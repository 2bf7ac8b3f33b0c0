package org.restante.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.restante.imap.session.Refused;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.LiteralTooBig;
import org.restante.imap.syntax.ReaderOf;
import org.restante.imap.syntax.SyntaxError;

/**
 * Whatever comes behind a command's name, reading it ends in a command or in one of three refusals.
 */
class CommandFuzzTest {
  private static final List<String> ARGUMENTS =
      List.of(
          " 1:*,4 (FLAGS BODY.PEEK[1.2.HEADER.FIELDS (DATE \"X\")]<0.10> RFC822.SIZE)",
          " 1 BODY[TEXT]",
          " $ (BINARY.PEEK[1.2]<0.10> BINARY.SIZE[] PREVIEW (LAZY) EMAILID)",
          " RETURN (MIN MAX COUNT SAVE PARTIAL -1:-100) OLDER 5 (OR $ UID $) EMAILID M1",
          " RETURN (ALL) (REVERSE DATE DISPLAYFROM) UTF-8 SUBJECT \"x\"",
          " REFERENCES UTF-8 SAVEDSINCE 1-Feb-1994",
          " CHARSET utf-8 OR (FROM {3+}\r\nabc NOT 1:3) (SINCE 1-Feb-1994 HEADER X \"y\")",
          " 2:4 +FLAGS.SILENT (\\Deleted $x)",
          " \"box\" (\\Seen) \" 1-Feb-1994 10:20:30 +0100\" {5+}\r\nhello",
          " (\"name\" \"x\" \"y\" NIL)",
          " \"\" \"%\"",
          " INBOX (MESSAGES UNSEEN)",
          " (SUBSCRIBED RECURSIVEMATCH) \"\" (\"a\" b*) RETURN (STATUS (SIZE MAILBOXID) CHILDREN)",
          " box (USE (\\Sent))",
          " 4 box (\\Draft) UTF8 (~{5+}\r\nhello)",
          " root (STORAGE 512 MESSAGE 10)",
          " PLAIN AAAA",
          " {4}\r\nuser pass");

  @Property(tries = 5000)
  void octetsAreReadOrRefused(@ForAll("names") String name, @ForAll byte[] octets) {
    read(name, new String(octets, StandardCharsets.ISO_8859_1));
  }

  @Property(tries = 20_000)
  void almostRightCommandsAreReadOrRefused(
      @ForAll("names") String name, @ForAll("mutations") String arguments) {
    read(name, arguments);
  }

  private static void read(String name, String arguments) {
    ImapReader in = ReaderOf.text(arguments);
    try {
      assertThat(ImapCommands.TABLE.row(name).orElseThrow().reader().apply(in)).isNotNull();
    } catch (SyntaxError | LiteralTooBig | Refused expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
    skipRest(in);
  }

  private static void skipRest(ImapReader in) {
    try {
      in.skipRest();
    } catch (SyntaxError | LiteralTooBig expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(ImapCommands.TABLE.names());
  }

  @Provide
  Arbitrary<String> mutations() {
    Arbitrary<String> noise =
        Arbitraries.strings().withChars("()[]<>{}+*%\\\"\r\n\0 ,:.0129azFLÿ").ofMaxLength(3);
    return Combinators.combine(
            Arbitraries.of(ARGUMENTS),
            Arbitraries.integers().between(0, 80),
            Arbitraries.integers().between(0, 3),
            noise)
        .as(CommandFuzzTest::mutated);
  }

  private static String mutated(String text, int at, int removed, String added) {
    int start = Math.min(at, text.length());
    int end = Math.min(start + removed, text.length());
    return text.substring(0, start) + added + text.substring(end);
  }
}
