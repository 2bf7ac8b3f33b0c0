package org.restante.imap.search;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.restante.imap.letter.ObjectIds;
import org.restante.imap.session.Selected;
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

  /**
   * The plan for a key. Message numbers and {@code $} are what they are now.
   *
   * @throws org.restante.imap.syntax.SyntaxError if no message has such a number
   */
  public static SearchPlan of(SearchKey key, Selected selected) {
    List<SearchKey> keys = key instanceof SearchKey.And and ? and.keys() : List.of(key);
    List<Test> tests = keys.stream().map(each -> test(each, selected)).toList();
    Predicate<Candidate> cheap =
        Test.allOf(tests.stream().filter(test -> test.cost == Cost.VIEW).toList()).holds;
    List<Test> dear = tests.stream().filter(test -> test.cost != Cost.VIEW).toList();
    return new SearchPlan(cheap, dear.isEmpty() ? dear : List.of(Test.allOf(dear)));
  }

  private static Test test(SearchKey key, Selected selected) {
    return switch (key) {
      case SearchKey.All all -> new Test(Cost.VIEW, candidate -> true);
      case SearchKey.Numbers numbers -> {
        UidSet members = selected.messages(numbers.set(), numbers.byUid());
        yield new Test(Cost.VIEW, candidate -> members.contains(candidate.uid()));
      }
      case SearchKey.Flag flag ->
          new Test(Cost.VIEW, candidate -> candidate.flags().has(flag.flag()));
      case SearchKey.Keyword keyword ->
          new Test(Cost.VIEW, candidate -> candidate.flags().has(keyword.keyword()));
      case SearchKey.Recent recent ->
          new Test(Cost.VIEW, candidate -> selected.isRecent(candidate.uid()));
      case SearchKey.Larger larger ->
          new Test(Cost.ROW, candidate -> candidate.message().size() > larger.octets());
      case SearchKey.Smaller smaller ->
          new Test(Cost.ROW, candidate -> candidate.message().size() < smaller.octets());
      case SearchKey.Internal date ->
          new Test(Cost.ROW, candidate -> date.when().holds(candidate.internalDate(), date.date()));
      case SearchKey.Saved date ->
          new Test(Cost.ROW, candidate -> date.when().holds(candidate.saveDate(), date.date()));
      case SearchKey.Within within -> within(within);
      case SearchKey.EmailId email ->
          new Test(
              Cost.ROW, candidate -> ObjectIds.email(candidate.message()).equals(email.id()));
      case SearchKey.ThreadId thread ->
          new Test(Cost.CONTENT, candidate -> ObjectIds.thread(candidate.opened()).equals(thread.id()));
      case SearchKey.Sent sent ->
          new Test(Cost.INDEX, candidate -> candidate.letter().isSent(sent));
      case SearchKey.Single single ->
          new Test(
              Cost.INDEX,
              candidate -> candidate.letter().envelopeHas(single.field(), single.text()));
      case SearchKey.Addresses addresses ->
          new Test(
              Cost.INDEX,
              candidate -> candidate.letter().addressesHave(addresses.field(), addresses.text()));
      case SearchKey.Header header ->
          new Test(
              Cost.CONTENT,
              candidate -> candidate.letter().headerHas(header.name(), header.text()));
      case SearchKey.Body body ->
          new Test(Cost.CONTENT, candidate -> candidate.letter().bodyHas(body.text()));
      case SearchKey.Text text ->
          new Test(Cost.CONTENT, candidate -> candidate.letter().has(text.text()));
      case SearchKey.Not not -> {
        Test inner = test(not.key(), selected);
        yield new Test(inner.cost, inner.holds.negate());
      }
      case SearchKey.Or or -> Test.anyOf(test(or.one(), selected), test(or.other(), selected));
      case SearchKey.And and ->
          Test.allOf(and.keys().stream().map(each -> test(each, selected)).toList());
    };
  }

  /** One moment for all messages, to the second as INTERNALDATE is. */
  private static Test within(SearchKey.Within within) {
    long target = Instant.now().getEpochSecond() - within.seconds();
    return new Test(
        Cost.ROW,
        candidate -> {
          long date = candidate.message().internalDate().toEpochSecond();
          return within.older() ? date <= target : date >= target;
        });
  }
}
