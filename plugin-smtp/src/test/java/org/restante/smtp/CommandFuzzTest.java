package org.restante.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.restante.smtp.path.MalformedPath;

/** Whatever a client sends is a command or a problem with it, and nothing else. */
class CommandFuzzTest {

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> keywords =
        Arbitraries.of(
            Stream.concat(CommandTable.keywords().stream(), Stream.of("", "X")).toList());
    Arbitrary<String> rest =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(30),
            Arbitraries.of("FROM:<a@b>", "TO:<a@b>", "FROM:<>", "10", "TO:")
                .flatMap(
                    begin ->
                        Arbitraries.strings()
                            .withChars(" SIZE=BODY+AUTH1<>LAT")
                            .ofMaxLength(20)
                            .map(end -> begin + end)));
    return Combinators.combine(keywords, rest).as((keyword, text) -> keyword + " " + text);
  }

  @Property(tries = 10_000)
  void throwsNothingButItsOwnProblems(@ForAll("lines") String line, @ForAll Role role) {
    try {
      assertThat(CommandTable.read(Arguments.of(line.getBytes(ISO_8859_1)), role)).isNotNull();
    } catch (Problem problem) {
      assertThat(problem.reply().permanentFailure()).isTrue();
    } catch (MalformedPath malformed) {
      assertThat(malformed.reply().permanentFailure()).isTrue();
    }
  }
}
