package org.restante.imap.thread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.imap.letter.BaseSubject;

/** A message in a tree of threads, or a dummy that only holds others together. */
final class Member {

  /** Siblings: by sent date, then as in the mailbox. */
  static final Comparator<Member> BY_DATE =
      Comparator.comparingLong(Member::date).thenComparingLong(Member::place);

  private final @Nullable Letter letter;
  private @Nullable Member parent;
  private List<Member> children = new ArrayList<>(0);

  /** What threading knows of a message. */
  record Letter(
      long uid, long date, BaseSubject subject, String messageId, List<String> references) {}

  private Member(@Nullable Letter letter) {
    this.letter = letter;
  }

  static Member of(Letter letter) {
    return new Member(letter);
  }

  static Member dummy() {
    return new Member(null);
  }

  boolean isDummy() {
    return letter == null;
  }

  /** The message's UID; a dummy has none. */
  long uid() {
    return letter == null ? 0 : letter.uid();
  }

  /** A dummy goes by its first child, where it has one. */
  long date() {
    return letter != null ? letter.date() : children.isEmpty() ? 0 : children.getFirst().date();
  }

  private long place() {
    return letter != null ? letter.uid() : children.isEmpty() ? 0 : children.getFirst().uid();
  }

  /** The same for the subject. */
  String threadSubject() {
    Letter first = letter;
    if (first == null && !children.isEmpty()) {
      first = children.getFirst().letter;
    }
    return first == null ? "" : first.subject().text();
  }

  boolean isReply() {
    return letter != null && letter.subject().isReply();
  }

  @Nullable Member parent() {
    return parent;
  }

  List<Member> children() {
    return children;
  }

  void append(Member child) {
    child.parent = this;
    children.add(child);
  }

  void leaveParent() {
    if (parent != null) {
      parent.children.remove(this);
      parent = null;
    }
  }

  void replaceChildren(List<Member> others) {
    children = others;
    others.forEach(child -> child.parent = this);
  }

  void sortChildren() {
    children.sort(BY_DATE);
  }

  /** Whether this is another one, or above it, or that can't be told within so many steps. */
  boolean isAbove(Member other, int steps) {
    Member at = other;
    int left = steps;
    while (at != null && at != this && left > 0) {
      at = at.parent;
      left--;
    }
    return at != null;
  }
}
