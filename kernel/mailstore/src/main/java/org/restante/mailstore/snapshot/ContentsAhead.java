package org.restante.mailstore.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.restante.mailstore.content.StoredContent;
import org.restante.message.StoredMessage;

/**
 * Opens the contents of the messages that come next and reads how they begin, once a visitor has
 * looked into some that follow one another. For one thread.
 */
final class ContentsAhead implements AutoCloseable {
  private static final int IN_A_ROW = 2;
  private static final int MOST = 64;
  private static final int BEGINNING = 64 << 10; // an engine's chunk, about

  private final ReadAheadMemory memory;
  private final Function<StoredMessage, StoredContent> open;
  private final Deque<Opening> openings = new ArrayDeque<>();
  private List<StoredMessage> page = List.of();
  private int at;
  private int next;
  private int opened; // openings after the last step
  private int inARow;
  private boolean looked;

  private record Opening(StoredMessage message, int octets, Ahead<StoredContent> content) {}

  ContentsAhead(ReadAheadMemory memory, Function<StoredMessage, StoredContent> open) {
    this.memory = memory;
    this.open = open;
  }

  /** These messages are visited from now on, one after the other. */
  void begin(List<StoredMessage> messages) {
    dropAll();
    page = messages;
    next = 0;
  }

  /** Before a message of the page is visited. */
  void visiting(int number) {
    at = number;
    looked = false;
    next = Math.max(next, number + 1);
    if (inARow >= IN_A_ROW && openings.size() <= opened / 2 && memory.isWorthwhile()) {
      openSome();
    }
  }

  /** Behind the visit. */
  void visited() {
    inARow = looked ? inARow + 1 : 0;
    Opening first = openings.peek();
    if (first != null && first.message.equals(page.get(at))) {
      drop(openings.remove());
    }
  }

  /** A message's content. */
  StoredContent content(StoredMessage message) {
    boolean visited = at < page.size() && page.get(at).equals(message);
    looked |= visited;
    Opening first = openings.peek();
    if (visited && first != null && first.message.equals(message)) {
      openings.remove();
      memory.give(first.octets);
      helpUntil(first.content);
      return first.content.take();
    }
    return open.apply(message);
  }

  /** Makes it, or, while another thread does, what is wanted next: both have work all the time. */
  private void helpUntil(Ahead<StoredContent> wanted) {
    wanted.make();
    for (Opening following : openings) {
      if (wanted.isMade()) {
        return;
      }
      following.content.make();
    }
  }

  private void openSome() {
    List<Ahead<StoredContent>> some = new ArrayList<>();
    while (next < page.size() && openings.size() < MOST) {
      StoredMessage message = page.get(next);
      int octets = (int) Math.min(message.size(), BEGINNING);
      if (!memory.take(octets)) {
        break;
      }
      Ahead<StoredContent> content = new Ahead<>(() -> begun(message));
      openings.add(new Opening(message, octets, content));
      some.add(content);
      next++;
    }
    opened = openings.size();
    if (!some.isEmpty()) {
      Ahead.start(some);
    }
  }

  private StoredContent begun(StoredMessage message) {
    StoredContent content = open.apply(message);
    content.prefetch();
    return content;
  }

  private void drop(Opening opening) {
    memory.give(opening.octets);
    opening.content.drop(StoredContent::close);
  }

  private void dropAll() {
    openings.forEach(this::drop);
    openings.clear();
  }

  @Override
  public void close() {
    dropAll();
  }
}
