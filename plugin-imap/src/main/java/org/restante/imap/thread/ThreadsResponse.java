package org.restante.imap.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.restante.imap.syntax.ImapWriter;

/**
 * Writes trees of messages.
 *
 * @rfc 5256 4
 */
final class ThreadsResponse {
  // Stands for the end of a thread among those that wait to be written.
  private static final Member END = Member.dummy();

  private final ImapWriter out;
  private final LongUnaryOperator number;
  private final Deque<Member> waiting = new ArrayDeque<>();

  private ThreadsResponse(ImapWriter out, LongUnaryOperator number) {
    this.out = out;
    this.number = number;
  }

  /** Writes the response; {@code number} is what a UID is called in it. */
  static void write(ImapWriter out, List<Member> threads, LongUnaryOperator number) {
    out.raw("* THREAD").raw(threads.isEmpty() ? "" : " ");
    ThreadsResponse response = new ThreadsResponse(out, number);
    threads.forEach(response::thread);
    out.endLine();
  }

  private void thread(Member root) {
    waiting.push(root);
    while (!waiting.isEmpty()) {
      Member next = waiting.pop();
      if (next == END) {
        out.raw(')');
      } else {
        line(next);
      }
    }
  }

  /** A member and its only children down to where the thread splits, which is written later. */
  private void line(Member first) {
    out.raw('(');
    Member last = first;
    if (!first.isDummy()) {
      out.number(number.applyAsLong(first.uid()));
      while (last.children().size() == 1) {
        last = last.children().getFirst();
        out.raw(' ').number(number.applyAsLong(last.uid()));
      }
      out.raw(last.children().isEmpty() ? "" : " ");
    }
    waiting.push(END);
    last.children().reversed().forEach(waiting::push);
  }
}
