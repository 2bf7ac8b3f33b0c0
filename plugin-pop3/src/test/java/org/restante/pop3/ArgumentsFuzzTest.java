package org.restante.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.restante.pop3.CommandTable.Phase;

/** Whatever a client sends is a command or a problem with it, and nothing else. */
class ArgumentsFuzzTest {

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> keywords =
        Arbitraries.of(
            Stream.concat(CommandTable.keywords().stream(), Stream.of("", "X")).toList());
    Arbitrary<String> rest =
        Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(30),
            Arbitraries.strings().withChars(" 0123456789=*A").ofMaxLength(12));
    return Combinators.combine(keywords, rest).as((keyword, text) -> keyword + " " + text);
  }

  @Property(tries = 5000)
  void throwsNothingButItsOwnProblem(@ForAll("lines") String line, @ForAll Phase phase) {
    try {
      assertThat(CommandTable.read(Arguments.of(line.getBytes(ISO_8859_1)), phase)).isNotNull();
    } catch (Problem problem) {
      assertThat(problem.text()).isNotBlank();
    }
  }
}
