package org.restante.imap.mailbox;

import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.restante.mailbox.MailboxName;

/** Names and the levels above them, in hierarchical order. */
final class NameTree {
  private final TreeMap<MailboxName, Boolean> names = new TreeMap<>();

  NameTree(Collection<MailboxName> own) {
    own.forEach(this::addAbove);
    own.forEach(name -> names.put(name, true));
  }

  /** All of them. */
  Set<MailboxName> all() {
    return names.keySet();
  }

  /** Whether it is a name of its own, not only above one. */
  boolean isOwn(MailboxName name) {
    return names.getOrDefault(name, false);
  }

  boolean hasChildren(MailboxName name) {
    MailboxName next = names.higherKey(name);
    return next != null && next.isBelow(name);
  }

  /** Whether below this name there is one that does not match the pattern itself. */
  boolean hidesBelow(MailboxName name, NamePattern pattern) {
    return below(name).stream().anyMatch(lower -> isOwn(lower) && !pattern.matches(lower));
  }

  /** The names below this one. */
  SortedSet<MailboxName> below(MailboxName name) {
    SortedSet<MailboxName> below = new TreeSet<>();
    for (MailboxName next : names.tailMap(name, false).keySet()) {
      if (!next.isBelow(name)) {
        break;
      }
      below.add(next);
    }
    return below;
  }

  private void addAbove(MailboxName name) {
    for (int levels = name.levels().size() - 1; levels > 0; levels--) {
      names.putIfAbsent(new MailboxName(name.levels().subList(0, levels)), false);
    }
  }
}
