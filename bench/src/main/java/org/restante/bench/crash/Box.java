package org.restante.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.restante.message.UidSet;

/** A mailbox of the model. */
final class Box {
  private final NavigableMap<Long, Letter> letters;
  private long uidNext;

  Box(NavigableMap<Long, Letter> letters, long uidNext) {
    this.letters = letters;
    this.uidNext = uidNext;
  }

  static Box empty() {
    return new Box(new TreeMap<>(), 1);
  }

  Box copy() {
    return new Box(new TreeMap<>(letters), uidNext);
  }

  NavigableMap<Long, Letter> letters() {
    return letters;
  }

  long uidNext() {
    return uidNext;
  }

  /** Adds letters under the next UIDs. */
  void add(List<Letter> added) {
    added.forEach(letter -> letters.put(uidNext++, letter));
  }

  /** Removes letters; those that were there, by UID. */
  List<Letter> remove(UidSet uids) {
    List<Letter> removed = new ArrayList<>();
    uids.stream().forEach(uid -> removed.add(letters.remove(uid)));
    return removed;
  }

  List<Letter> get(UidSet uids) {
    return uids.stream().mapToObj(letters::get).toList();
  }

  /** Some of the UIDs, at least one. */
  UidSet some(Random random, int most) {
    List<Long> all = new ArrayList<>(letters.keySet());
    UidSet.Builder chosen = new UidSet.Builder();
    int from = random.nextInt(all.size());
    int count = 1 + random.nextInt(Math.min(most, all.size() - from));
    all.subList(from, from + count).forEach(chosen::add);
    return chosen.build();
  }
}
