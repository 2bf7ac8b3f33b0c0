package org.restante.bench.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.TreeMap;
import org.restante.bench.sync.Response.Fetch;
import org.restante.message.UidSet;

/** A mailbox as one client believes it to be. */
final class Believed {
  private static final long UNKNOWN = 0;

  private final Kind kind;
  private final String mailbox;
  private final Witnesses witnesses;

  // What is kept while the client is away.
  private final TreeMap<Long, Message> cache = new TreeMap<>();
  private String uidValidity = "";
  private long modSeq;
  private long knownUpTo;

  // While the mailbox is selected: the UID of each number; of a UIDONLY client, only how many.
  private final List<Long> numbers = new ArrayList<>();
  private int exists;
  // Numbers that a SELECT with QRESYNC told, until the others are known.
  private final Map<Integer, Long> resynced = new HashMap<>();

  Believed(Kind kind, String mailbox, Witnesses witnesses) {
    this.kind = kind;
    this.mailbox = mailbox;
    this.witnesses = witnesses;
  }

  String mailbox() {
    return mailbox;
  }

  String uidValidity() {
    return uidValidity;
  }

  long modSeq() {
    return modSeq;
  }

  void modSeq(long known) {
    modSeq = known;
  }

  long knownUpTo() {
    return knownUpTo;
  }

  int exists() {
    return exists;
  }

  TreeMap<Long, Message> cache() {
    return cache;
  }

  Optional<Long> uid(int number) {
    long uid = numbers.get(number - 1);
    return uid == UNKNOWN ? Optional.empty() : Optional.of(uid);
  }

  /** Responses to SELECT begin. */
  void begin() {
    numbers.clear();
    resynced.clear();
    exists = 0;
  }

  /** The mailbox is opened: a client without QRESYNC or CONDSTORE forgets everything. */
  void opened(String validity) {
    boolean keeps = kind.modSeqs() && validity.equals(uidValidity);
    if (!keeps) {
      cache.clear();
      knownUpTo = 0;
      modSeq = 0;
    }
    // Above that there may be messages that it has not heard of.
    cache.tailMap(knownUpTo, false).clear();
    uidValidity = validity;
  }

  /** A message that a SELECT with QRESYNC tells of. */
  void resynced(Fetch fetch) {
    long uid = fetch.uid().orElseThrow();
    resynced.put((int) fetch.number(), uid);
    learn(uid, fetch);
  }

  /** What is cached has numbers now, in this order, and the others are new. */
  void number() {
    if (kind.numbers()) {
      numbers.clear();
      numbers.addAll(cache.headMap(knownUpTo, true).keySet());
      Violation.unless(
          numbers.size() <= exists, "knows " + numbers.size() + " messages, EXISTS " + exists);
      fill();
      resynced.forEach(this::place);
    }
  }

  private void fill() {
    while (numbers.size() < exists) {
      numbers.add(UNKNOWN);
    }
  }

  void exists(int count) {
    Violation.unless(count >= exists, "EXISTS " + count + " after " + exists);
    exists = count;
    if (kind.numbers()) {
      fill();
    }
  }

  /** Whether there are messages of which only EXISTS told. */
  boolean hasStrangers() {
    return numbers.contains(UNKNOWN) || cache.size() < exists;
  }

  void acquainted() {
    if (!hasStrangers() && !cache.isEmpty()) {
      knownUpTo = Math.max(knownUpTo, cache.lastKey());
    }
  }

  void expunge(int number) {
    Violation.unless(!kind.vanishes(), "EXPUNGE, due is VANISHED");
    Violation.unless(number >= 1 && number <= exists, "EXPUNGE " + number + " of " + exists);
    exists--;
    forget(numbers.remove(number - 1));
  }

  void vanished(UidSet uids, boolean earlier) {
    Violation.unless(kind.vanishes(), "VANISHED, due is EXPUNGE");
    for (PrimitiveIterator.OfLong each = uids.iterator(); each.hasNext(); ) {
      long uid = each.nextLong();
      if (!earlier) {
        Violation.unless(exists > 0, "VANISHED " + uid + " of an empty mailbox");
        leave(uid);
      }
      forget(uid);
    }
  }

  private void leave(long uid) {
    if (kind.numbers()) {
      int at = numbers.indexOf(uid);
      int index = at >= 0 ? at : stranger(uid);
      Violation.unless(index >= 0, "VANISHED " + uid + ", which was not there");
      numbers.remove(index);
    } else {
      boolean announced = cache.containsKey(uid) || cache.size() < exists;
      Violation.unless(announced, "VANISHED " + uid + ", which was not there");
    }
    exists--;
  }

  /** A number that may be this UID's. */
  private int stranger(long uid) {
    for (int i = 0; i < numbers.size() && numbers.get(i) < uid; i++) {
      if (numbers.get(i) == UNKNOWN && fits(i, uid)) {
        return i;
      }
    }
    return -1;
  }

  private boolean fits(int index, long uid) {
    return numbers.subList(0, index).stream().allMatch(other -> other < uid)
        && numbers.subList(index + 1, numbers.size()).stream()
            .allMatch(other -> other == UNKNOWN || other > uid);
  }

  private void forget(long uid) {
    if (uid != UNKNOWN) {
      cache.remove(uid);
      witnesses.gone(mailbox, uid);
    }
  }

  /** Those that are cached and have no number are gone. */
  void retainNumbered() {
    Set<Long> numbered = new HashSet<>(numbers);
    List<Long> missing = cache.keySet().stream().filter(uid -> !numbered.contains(uid)).toList();
    missing.forEach(this::forget);
  }

  /** A FETCH response; the UID where it is known. */
  Optional<Long> fetched(Fetch fetch) {
    Violation.unless(fetch.byUid() != kind.numbers(), "FETCH in the wrong form: " + fetch);
    long uid = kind.numbers() ? numbered(fetch) : fetch.number();
    if (uid == UNKNOWN) {
      return Optional.empty();
    }
    Violation.unless(
        kind.numbers() || cache.containsKey(uid) || cache.size() < exists,
        "UIDFETCH " + uid + " of a message that nobody announced");
    learn(uid, fetch);
    return Optional.of(uid);
  }

  /** What is told of a message is kept where all is known that the cache is for. */
  private void learn(long uid, Fetch fetch) {
    boolean whole = fetch.flags().isPresent() && (!kind.modSeqs() || fetch.modSeq().isPresent());
    if (!whole && !cache.containsKey(uid)) {
      return;
    }
    Message before = cache.getOrDefault(uid, new Message("", 0));
    long now = fetch.modSeq().orElse(before.modSeq());
    Violation.unless(now >= before.modSeq(), uid + ": MODSEQ falls: " + before + ", " + fetch);
    cache.put(uid, new Message(fetch.flags().orElse(before.flags()), now));
    if (fetch.flags().isPresent() && fetch.modSeq().isPresent()) {
      witnesses.saw(mailbox, uid, fetch.modSeq().getAsLong(), fetch.flags().get());
    }
  }

  private long numbered(Fetch fetch) {
    int number = (int) fetch.number();
    Violation.unless(number >= 1 && number <= exists, "FETCH " + number + " of " + exists);
    fetch.uid().ifPresent(uid -> place(number, uid));
    return numbers.get(number - 1);
  }

  private void place(int number, long uid) {
    long known = numbers.get(number - 1);
    if (known == UNKNOWN) {
      Violation.unless(fits(number - 1, uid), "number " + number + " can't be UID " + uid);
      numbers.set(number - 1, uid);
    } else {
      Violation.unless(uid == known, "number " + number + " is UID " + known + ", not " + uid);
    }
  }

  void stored(long uid, String sign, String flag) {
    cache.computeIfPresent(
        uid, (u, known) -> new Message(Message.stored(known.flags(), sign, flag), known.modSeq()));
  }

  /** Compares with what is there. */
  void check(TreeMap<Long, Message> truth) {
    Violation.unless(
        exists == truth.size(), mailbox + ": believes " + exists + " of " + truth.size());
    if (kind.numbers()) {
      Violation.unless(
          numbers.equals(List.copyOf(truth.keySet())),
          mailbox + ": numbers " + numbers + ", there are " + truth.keySet());
    }
    truth.forEach(
        (uid, there) -> {
          Message known = cache.get(uid);
          boolean same =
              known != null
                  && known.flags().equals(there.flags())
                  && (!kind.modSeqs() || known.modSeq() == there.modSeq());
          Violation.unless(same, mailbox + ": UID " + uid + " is " + there + ", not " + known);
        });
    Violation.unless(
        cache.size() == truth.size(), mailbox + ": caches " + cache.keySet() + " of " + truth);
  }
}
