package org.restante.testkit.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** A mailbox of the model. */
final class Box {

  /** Expunges that the model remembers: more than the store does. */
  static final int REMEMBERED = 400;

  /** Messages that left together. */
  record Left(long modSeq, UidSet uids) {}

  final MailboxRef ref;
  final long uidValidity;
  final TreeMap<Long, Letter> letters = new TreeMap<>();
  final ArrayDeque<Left> left = new ArrayDeque<>();
  MailboxName name;
  long uidNext;
  long recentFrom;
  long modSeq;
  long forgotten;

  Box(MailboxRef ref, MailboxName name, long uidValidity, long uidNext, long modSeq) {
    this.ref = ref;
    this.name = name;
    this.uidValidity = uidValidity;
    this.uidNext = uidNext;
    this.recentFrom = 1;
    this.modSeq = modSeq;
  }

  /** Puts letters in; gives their UIDs. */
  UidSet add(Collection<Letter> arrived, long newModSeq) {
    UidSet.Builder uids = new UidSet.Builder();
    for (Letter letter : arrived) {
      uids.add(uidNext);
      letters.put(uidNext++, letter.at(newModSeq));
    }
    modSeq = arrived.isEmpty() ? modSeq : newModSeq;
    return uids.build();
  }

  void remove(UidSet uids, long newModSeq) {
    uids.stream().forEach(letters::remove);
    modSeq = newModSeq;
    left.addLast(new Left(newModSeq, uids));
    if (left.size() > REMEMBERED) {
      forgotten = left.removeFirst().modSeq();
    }
  }

  UidSet present(UidSet uids) {
    UidSet.Builder present = new UidSet.Builder();
    for (int i = 0; i < uids.ranges(); i++) {
      letters.subMap(uids.first(i), true, uids.last(i), true).keySet().forEach(present::add);
    }
    return present.build();
  }

  List<Letter> chosen(UidSet present) {
    return present.stream().mapToObj(letters::get).toList();
  }

  long octets() {
    return letters.values().stream().mapToLong(Letter::size).sum();
  }

  long with(SystemFlag flag) {
    return letters.values().stream().filter(letter -> letter.flags().has(flag)).count();
  }
}
