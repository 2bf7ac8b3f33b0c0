package org.restante.imap.thread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.restante.imap.letter.Casemap;

/**
 * How messages are threaded.
 *
 * @rfc 5256 3
 */
enum Algorithm {
  /** By subject and date alone. */
  ORDEREDSUBJECT(Algorithm::bySubject),
  /** By who answers whom. */
  REFERENCES(References::thread);

  private final Function<List<Member.Letter>, List<Member>> threads;

  Algorithm(Function<List<Member.Letter>, List<Member>> threads) {
    this.threads = threads;
  }

  /** Whether it has to know what letters refer to, which is not in their index. */
  boolean readsReferences() {
    return this == REFERENCES;
  }

  /** The threads of messages, which come in the order of the mailbox. */
  List<Member> thread(List<Member.Letter> letters) {
    return threads.apply(letters);
  }

  private static List<Member> bySubject(List<Member.Letter> letters) {
    List<Member.Letter> sorted = new ArrayList<>(letters);
    sorted.sort(
        Comparator.comparing((Member.Letter letter) -> letter.subject().text(), Casemap::compare)
            .thenComparingLong(Member.Letter::date));
    List<Member> threads = new ArrayList<>();
    String subject = "";
    for (Member.Letter letter : sorted) {
      if (threads.isEmpty() || !letter.subject().text().equals(subject)) {
        threads.add(Member.of(letter));
      } else {
        threads.getLast().append(Member.of(letter));
      }
      subject = letter.subject().text();
    }
    threads.sort(Member.BY_DATE);
    return threads;
  }
}
