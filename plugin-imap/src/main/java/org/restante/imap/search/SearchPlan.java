package org.restante.imap.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.restante.imap.letter.ObjectIds;
import org.restante.imap.session.Selected;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;

/**
 * A search key as tests, the cheap ones first.
 *
 * @param cheap what the view can answer
 * @param dear what needs the message
 */
public record SearchPlan(Predicate<Candidate> cheap, List<Test> dear) {

  /** What has to be read for a test. */
  enum Cost {
    VIEW,
    ROW,
    INDEX,
    CONTENT
  }

  /** A key with its cost. */
  record Test(Cost cost, Predicate<Candidate> holds) {

    static Test anyOf(Test one, Test other) {
      Test first = one.cost.compareTo(other.cost) <= 0 ? one : other;
      Test second = first == one ? other : one;
      return new Test(second.cost, first.holds.or(second.holds));
    }

    static Test allOf(List<Test> tests) {
      return tests.stream()
          .sorted(Comparator.comparing(Test::cost))
          .reduce((one, other) -> new Test(other.cost, one.holds.and(other.holds)))
          .orElseGet(() -> new Test(Cost.VIEW, candidate -> true));
    }
  }

  /** Copies the tests. */
  public SearchPlan {
    dear = List.copyOf(dear);
  }

  /** The plan for a key. Message numbers and {@code $} are what they are now. */
  static SearchPlan of(SearchKey key, Selected selected) {
    List<SearchKey> keys = key instanceof SearchKey.And and ? and.keys() : List.of(key);
    List<Test> tests = keys.stream().map(each -> test(each, selected)).toList();
    Predicate<Candidate> cheap =
        Test.allOf(tests.stream().filter(test -> test.cost == Cost.VIEW).toList()).holds;
    List<Test> dear = tests.stream().filter(test -> test.cost != Cost.VIEW).toList();
    return new SearchPlan(cheap, dear.isEmpty() ? dear : List.of(Test.allOf(dear)));
  }

  private static Test test(SearchKey key, Selected selected) {
    return switch (key) {
      case SearchKey.All all -> view(candidate -> true);
      case SearchKey.Numbers numbers -> {
        UidSet members = selected.matching(numbers.set(), numbers.byUid());
        yield view(candidate -> members.contains(candidate.uid()));
      }
      case SearchKey.Flag flag -> view(candidate -> candidate.flags().has(flag.flag()));
      case SearchKey.Keyword word -> view(candidate -> candidate.flags().has(word.keyword()));
      case SearchKey.Recent recent -> view(candidate -> selected.isRecent(candidate.uid()));
      case SearchKey.ModSeq modSeq -> view(candidate -> candidate.modSeq() >= modSeq.least());
      case SearchKey.Larger larger -> row(message -> message.size() > larger.octets());
      case SearchKey.Smaller smaller -> row(message -> message.size() < smaller.octets());
      case SearchKey.Internal date ->
          row(message -> date.holds(message.internalDate().toLocalDate()));
      case SearchKey.Saved date -> row(message -> date.holds(Candidate.saveDate(message)));
      case SearchKey.Within within -> within(within);
      case SearchKey.EmailId id -> row(message -> ObjectIds.email(message).equals(id.id()));
      case SearchKey.ThreadId id -> content(text -> ObjectIds.thread(text.open()).equals(id.id()));
      case SearchKey.Sent sent -> index(text -> text.isSent(sent));
      case SearchKey.Single single ->
          index(text -> text.envelopeHas(single.field(), single.text()));
      case SearchKey.Addresses list -> index(text -> text.addressesHave(list.field(), list.text()));
      case SearchKey.Header header -> content(text -> text.headerHas(header.name(), header.text()));
      case SearchKey.Body body -> content(text -> text.bodyHas(body.text()));
      case SearchKey.Text any -> content(text -> text.has(any.text()));
      case SearchKey.Not not -> {
        Test inner = test(not.key(), selected);
        yield new Test(inner.cost, inner.holds.negate());
      }
      case SearchKey.Or or -> Test.anyOf(test(or.one(), selected), test(or.other(), selected));
      case SearchKey.And and ->
          Test.allOf(and.keys().stream().map(each -> test(each, selected)).toList());
    };
  }

  private static Test view(Predicate<Candidate> holds) {
    return new Test(Cost.VIEW, holds);
  }

  private static Test row(Predicate<StoredMessage> holds) {
    return new Test(Cost.ROW, candidate -> holds.test(candidate.message()));
  }

  private static Test index(Predicate<LetterText> holds) {
    return new Test(Cost.INDEX, candidate -> holds.test(candidate.letter()));
  }

  private static Test content(Predicate<LetterText> holds) {
    return new Test(Cost.CONTENT, candidate -> holds.test(candidate.letter()));
  }

  /** One moment for all messages, to the second as INTERNALDATE is. */
  private static Test within(SearchKey.Within within) {
    long target = Instant.now().getEpochSecond() - within.seconds();
    return row(
        message -> {
          long date = message.internalDate().toEpochSecond();
          return within.older() ? date <= target : date >= target;
        });
  }
}
