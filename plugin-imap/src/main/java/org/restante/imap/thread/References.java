package org.restante.imap.thread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The algorithm REFERENCES: who answers whom by message ids, and then by subjects. The steps are
 * the RFC's.
 *
 * @rfc 5256 3
 */
final class References {
  // Looking for loops goes up so far; a longer chain is not made longer by whole trees.
  private static final int DEEPEST = 1_000;

  private final Map<String, Member> byId = new HashMap<>();
  private final List<Member> all = new ArrayList<>();

  private References() {}

  /** Threads messages, which come in the order of the mailbox. */
  static List<Member> thread(List<Member.Letter> letters) {
    References references = new References();
    List<Member> members = letters.stream().map(references::add).toList();
    for (int i = 0; i < letters.size(); i++) {
      references.link(members.get(i), letters.get(i).references());
    }
    List<Member> roots = references.roots();
    prune(roots);
    List<Member> threads = promoted(roots);
    threads.sort(Member.BY_DATE);
    List<Member> merged = Subjects.merge(threads);
    downwards(merged).reversed().forEach(Member::sortChildren);
    merged.sort(Member.BY_DATE);
    return merged;
  }

  /** A message whose id another one has already goes by none. */
  private Member add(Member.Letter letter) {
    Member member = Member.of(letter);
    all.add(member);
    if (!letter.messageId().isEmpty()) {
      byId.putIfAbsent(letter.messageId(), member);
    }
    return member;
  }

  /** Step 1. */
  private void link(Member member, List<String> references) {
    Member before = null;
    for (String id : references) {
      Member next = byId.computeIfAbsent(id, unknown -> dummy());
      if (before != null && next.parent() == null) {
        adopt(before, next);
      }
      before = next;
    }
    member.leaveParent();
    if (before != null) {
      adopt(before, member);
    }
  }

  private Member dummy() {
    Member dummy = Member.dummy();
    all.add(dummy);
    return dummy;
  }

  /** No link that would make a loop. What has no children is above nobody. */
  private static void adopt(Member parent, Member child) {
    boolean loop =
        parent == child || (!child.children().isEmpty() && child.isAbove(parent, DEEPEST));
    if (!loop) {
      parent.append(child);
    }
  }

  /** Step 2. */
  private List<Member> roots() {
    List<Member> roots = new ArrayList<>();
    all.stream().filter(member -> member.parent() == null).forEach(roots::add);
    return roots;
  }

  /** Step 3, below the top: a dummy gives way to its children. */
  private static void prune(List<Member> roots) {
    for (Member member : downwards(roots).reversed()) {
      List<Member> kept = new ArrayList<>(member.children().size());
      for (Member child : member.children()) {
        if (child.isDummy()) {
          kept.addAll(child.children());
        } else {
          kept.add(child);
        }
      }
      member.replaceChildren(kept);
      if (member.isDummy()) {
        member.sortChildren(); // step 4: it goes by its first child
      }
    }
  }

  /** Step 3, at the top: a dummy stays where it holds several together. */
  private static List<Member> promoted(List<Member> roots) {
    List<Member> threads = new ArrayList<>(roots.size());
    for (Member root : roots) {
      if (root.isDummy() && root.children().size() == 1) {
        Member only = root.children().getFirst();
        only.leaveParent();
        threads.add(only);
      } else if (!root.isDummy() || !root.children().isEmpty()) {
        threads.add(root);
      }
    }
    return threads;
  }

  /** All members, each before its children. */
  private static List<Member> downwards(List<Member> roots) {
    List<Member> members = new ArrayList<>();
    Deque<Member> waiting = new ArrayDeque<>(roots);
    while (!waiting.isEmpty()) {
      Member next = waiting.poll();
      members.add(next);
      waiting.addAll(next.children());
    }
    return members;
  }

  /** Step 5: threads of one subject become one. */
  private static final class Subjects {
    private final Map<String, Member> table = new HashMap<>();
    private final Map<Member, Member> replaced = new HashMap<>();

    static List<Member> merge(List<Member> threads) {
      Subjects subjects = new Subjects();
      threads.forEach(subjects::enter);
      threads.forEach(subjects::merge);
      List<Member> merged = new ArrayList<>();
      for (Member thread : threads) {
        Member now = subjects.replaced.getOrDefault(thread, thread);
        if (now.parent() == null && (!now.isDummy() || !now.children().isEmpty())) {
          merged.add(now);
        }
      }
      return new ArrayList<>(merged.stream().distinct().toList());
    }

    private void enter(Member thread) {
      String subject = thread.threadSubject();
      if (subject.isEmpty()) {
        return;
      }
      Member known = table.putIfAbsent(subject, thread);
      if (known != null && isBetter(thread, known)) {
        table.put(subject, thread);
      }
    }

    private static boolean isBetter(Member thread, Member known) {
      return !known.isDummy() && (thread.isDummy() || (known.isReply() && !thread.isReply()));
    }

    private void merge(Member thread) {
      String subject = thread.threadSubject();
      Member known = subject.isEmpty() ? null : table.get(subject);
      if (known != null && known != thread && thread.parent() == null) {
        join(subject, known, thread);
      }
    }

    private void join(String subject, Member known, Member thread) {
      if (known.isDummy() && thread.isDummy()) {
        List.copyOf(thread.children()).forEach(known::append);
        thread.replaceChildren(new ArrayList<>());
      } else if (known.isDummy() || (thread.isReply() && !known.isReply())) {
        known.append(thread);
      } else {
        Member dummy = Member.dummy();
        dummy.append(known);
        dummy.append(thread);
        replaced.put(known, dummy);
        table.put(subject, dummy);
      }
    }
  }
}
