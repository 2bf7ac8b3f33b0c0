package org.restante.imap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Base subjects, step by step.
 *
 * @rfc 5256 2.1
 */
class BaseSubjectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain|PLAIN|false",
        "  a \t b |A B|false",
        "re: plain|PLAIN|true",
        "RE : plain|PLAIN|true",
        "Re[2]: plain|PLAIN|true",
        "fw: plain|PLAIN|true",
        "FWD:plain|PLAIN|true",
        "fwdx: plain|FWDX: PLAIN|false",
        "return: plain|RETURN: PLAIN|false",
        "plain (fwd)|PLAIN|true",
        "plain (FWD) (fwd) |PLAIN|true",
        "[list] plain|PLAIN|false",
        "[list][more] re: [x] plain|PLAIN|true",
        "Re: [list] Re: plain|PLAIN|true",
        "[only]|[ONLY]|false",
        "re: [only]|[ONLY]|true",
        "[a] [only]|[ONLY]|false",
        "[fwd: plain]|PLAIN|true",
        "[FWD: re: [list] plain (fwd)]|PLAIN|true",
        "[fwd: [fwd: plain]]|PLAIN|true",
        "[fwd: plain|[FWD: PLAIN|false",
        "[a[b] plain|[A[B] PLAIN|false",
        "=?utf-8?q?Re=3A_gr=C3=BC=C3=9Fe?=|GRU\u0308ßE|true",
      })
  void is(String subject, String text, boolean reply) {
    assertThat(BaseSubject.of(subject)).isEqualTo(new BaseSubject(text, reply));
  }

  @Test
  void nothingIsEmpty() {
    assertThat(BaseSubject.of(null)).isEqualTo(new BaseSubject("", false));
    assertThat(BaseSubject.of("re:")).isEqualTo(new BaseSubject("", true));
    assertThat(BaseSubject.of("[fwd:]")).isEqualTo(new BaseSubject("", true));
  }

  @Property
  void theBaseOfABaseIsItself(@ForAll("subjects") String subject) {
    String base = BaseSubject.of(subject).text();
    assertThat(BaseSubject.of(base).text()).isEqualTo(base);
  }

  @Provide
  Arbitrary<String> subjects() {
    return Arbitraries.of("re", "fwd", "fw", ":", "[", "]", " ", "(fwd)", "[fwd:", "x", "(", "İ")
        .list()
        .ofMaxSize(12)
        .map(words -> String.join("", words));
  }
}
