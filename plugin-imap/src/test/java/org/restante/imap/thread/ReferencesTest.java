package org.restante.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.restante.imap.letter.BaseSubject;
import org.restante.imap.syntax.ImapWriter;

/**
 * REFERENCES, whatever letters say of each other.
 *
 * @rfc 5256 3
 */
class ReferencesTest {

  @Test
  void threadsOfOneSubjectAreOne() {
    // two first letters of one subject are siblings below a dummy, answers are children
    assertThat(threads(letter(1, "a"), letter(2, "b"), letter(3, "a"), letter(4, "re: b")))
        .isEqualTo("((1)(3))(2 4)");
    // an answer first: the letter without re: takes its place
    assertThat(threads(letter(1, "re: a"), letter(2, "a"))).isEqualTo("(2 1)");
  }

  @Test
  void aDummyTakesLettersOfItsSubject() {
    assertThat(
            threads(
                letter(1, "re: a", "lost"),
                letter(2, "re: a", "lost"),
                letter(3, "re: a", "gone"),
                letter(4, "re: a", "gone"),
                letter(5, "a")))
        .isEqualTo("((1)(2)(3)(4)(5))");
  }

  @Test
  void aTruncatedFieldIsPutRightByTheLetterItself() {
    assertThat(
            threads(
                letter(1, "a"),
                letter(2, "b", "1"),
                letter(3, "c", "1", "2"),
                letter(4, "d", "1", "3")))
        .isEqualTo("(1 2 3 4)");
  }

  @Test
  void aChainAsLongAsAMailboxIsWritten() {
    Member.Letter[] chain =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(n -> letter(n, "s" + n, String.valueOf(n - 1)))
            .toArray(Member.Letter[]::new);
    String expected =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(String::valueOf)
            .collect(java.util.stream.Collectors.joining(" ", "(", ")"));
    assertThat(threads(chain)).isEqualTo(expected);
  }

  @Property
  void everyLetterIsInItsTreesOnce(@ForAll("mailboxes") List<Member.Letter> letters) {
    String threads = threads(letters.toArray(Member.Letter[]::new));
    List<Integer> numbers = new ArrayList<>();
    for (String word : threads.split("[() ]+", -1)) {
      if (!word.isEmpty()) {
        numbers.add(Integer.valueOf(word));
      }
    }
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, letters.size()).boxed().toList());
    assertThat(threads).doesNotContain("()");
  }

  @Provide
  Arbitrary<List<Member.Letter>> mailboxes() {
    Arbitrary<String> id = Arbitraries.integers().between(1, 8).map(String::valueOf);
    Arbitrary<String> subject = Arbitraries.of("a", "re: a", "b", "re: b", "", "c");
    Arbitrary<Member.Letter> letter =
        Combinators.combine(id, subject, id.list().ofMaxSize(4), Arbitraries.integers())
            .as(
                (own, text, references, date) ->
                    new Member.Letter(0, date, BaseSubject.of(text), own, references));
    return letter.list().ofMaxSize(12).map(ReferencesTest::withUids);
  }

  private static List<Member.Letter> withUids(List<Member.Letter> letters) {
    return IntStream.range(0, letters.size())
        .mapToObj(
            i -> {
              Member.Letter letter = letters.get(i);
              return new Member.Letter(
                  i + 1, letter.date(), letter.subject(), letter.messageId(), letter.references());
            })
        .toList();
  }

  private static Member.Letter letter(long uid, String subject, String... references) {
    return new Member.Letter(
        uid, uid, BaseSubject.of(subject), String.valueOf(uid), List.of(references));
  }

  private static String threads(Member.Letter... letters) {
    StringBuilder written = new StringBuilder();
    ImapWriter out =
        new ImapWriter(
            (octets, offset, length) ->
                written.append(new String(octets, offset, length, StandardCharsets.US_ASCII)));
    ThreadsResponse.write(out, References.thread(List.of(letters)), uid -> uid);
    out.drain();
    return written.toString().strip().replaceFirst("^\\* THREAD ?", "");
  }
}
