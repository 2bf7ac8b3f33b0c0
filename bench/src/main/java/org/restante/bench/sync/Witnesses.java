package org.restante.bench.sync;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all clients together have seen: what one was told, no other may contradict. */
final class Witnesses {
  private record Place(String mailbox, long uid) {}

  private record State(Place place, long modSeq) {}

  private final Map<State, String> seen = new ConcurrentHashMap<>();
  private final Map<Place, Long> gone = new ConcurrentHashMap<>();
  private final Set<Place> given = ConcurrentHashMap.newKeySet();
  private final AtomicLong commands = new AtomicLong();

  /** A message has one set of flags at a MODSEQ, whoever looks. */
  void saw(String mailbox, long uid, long modSeq, String flags) {
    String other = seen.putIfAbsent(new State(new Place(mailbox, uid), modSeq), flags);
    Violation.unless(
        other == null || other.equals(flags),
        mailbox + ": UID " + uid + " at MODSEQ " + modSeq + " has " + flags + ", and " + other);
  }

  /** Somebody was told that a message is gone. */
  void gone(String mailbox, long uid) {
    gone.putIfAbsent(new Place(mailbox, uid), System.nanoTime());
  }

  /** What somebody knew to be gone before a command was sent is not in its answer. */
  void there(String mailbox, long uid, long sent) {
    Long since = gone.get(new Place(mailbox, uid));
    Violation.unless(
        since == null || since > sent, mailbox + ": UID " + uid + " was gone, and is told of");
  }

  /** A UID is given once. */
  void given(String mailbox, long uid) {
    Violation.unless(
        given.add(new Place(mailbox, uid)), mailbox + ": UID " + uid + " was given before");
  }

  void count(int more) {
    commands.addAndGet(more);
  }

  long commands() {
    return commands.get();
  }

  /** A round is over: flags were compared; what was given or is gone stays so. */
  void rest() {
    seen.clear();
  }
}
