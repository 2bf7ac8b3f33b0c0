package org.restante.core.connection;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.restante.protocol.CloseReason;

/**
 * What is to be done on a connection, in order of urgency: the agenda of its turns. Anybody may put
 * something on it; one virtual thread at a time works it off and ends when it is empty.
 */
final class Conversation {
  private static final Turn INPUT = new Turn.Input();
  private static final Turn WAKE = new Turn.Wake();
  private static final Turn GONE = new Turn.Close(CloseReason.CLIENT_GONE);

  private final ReentrantLock lock = new ReentrantLock();
  private final InboundBuffer inbound;
  private final int lineLimit;
  private final Runnable startThread;
  private boolean running;
  private boolean open;
  private boolean over;
  private boolean wake;
  private boolean moveDue;
  private @Nullable Host opening;
  private @Nullable Relocation relocation;
  private @Nullable String refusal;
  private @Nullable CloseReason farewell;
  private @Nullable CloseReason closing;

  Conversation(InboundBuffer inbound, int lineLimit, Runnable startThread) {
    this.inbound = inbound;
    this.lineLimit = lineLimit;
    this.startThread = startThread;
  }

  /** A session begins; false where the conversation is over. */
  boolean open(Host host) {
    AtomicBoolean lasts = new AtomicBoolean();
    change(
        () -> {
          opening = host;
          lasts.set(!over);
        });
    return lasts.get();
  }

  void wake() {
    change(() -> wake = true);
  }

  void inputChanged() {
    change(() -> {});
  }

  void refuse(String text) {
    change(() -> refusal = open || opening != null ? null : text);
  }

  void move(Relocation to) {
    change(
        () -> {
          relocation = to;
          moveDue = true;
        });
  }

  /** This move has ended, well or not; the session may have been sent elsewhere meanwhile. */
  void moveEnded(Relocation ended) {
    change(() -> relocation = ended.equals(relocation) ? null : relocation);
  }

  /** It does not move there any more, if it was asked to. */
  @SuppressWarnings("ReferenceEquality") // a revision, not a value
  void stayFrom(Host target) {
    change(
        () -> relocation = relocation != null && relocation.target() == target ? null : relocation);
  }

  /** The session says goodbye, if there is one; the first reason counts. */
  void farewell(CloseReason reason) {
    change(() -> endWith(reason));
  }

  private void endWith(CloseReason reason) {
    if (open || opening != null) {
      farewell = farewell == null ? reason : farewell;
    } else {
      closing = closing == null ? reason : closing;
    }
  }

  /** Nothing more is said; the first reason counts. */
  void close(CloseReason reason) {
    change(() -> closing = closing == null ? reason : closing);
  }

  /** The client can't be heard: a goodbye that is due is still said. */
  void unreadable(CloseReason reason) {
    change(() -> closing = closing == null && farewell == null ? reason : closing);
  }

  /** The channel is closed: nothing can be said. */
  void lost() {
    change(
        () -> {
          CloseReason reason = farewell == null ? CloseReason.CLIENT_GONE : farewell;
          closing = closing == null ? reason : closing;
        });
  }

  /** Whether the end is in sight. */
  boolean ending() {
    lock.lock();
    try {
      return over || closing != null || farewell != null;
    } finally {
      lock.unlock();
    }
  }

  /** The client was silent for its time: true where somebody waits for it, in vain from now on. */
  boolean silent() {
    AtomicBoolean ends = new AtomicBoolean();
    change(
        () -> {
          ends.set(open && (!running || inbound.awaited()));
          if (ends.get()) {
            endWith(CloseReason.TIMEOUT);
          }
        });
    return ends.get();
  }

  /** The next turn; empty when there is none and {@code stop} ends the thread. */
  Optional<Turn> take(boolean stop) {
    lock.lock();
    try {
      Turn turn = next();
      if (turn != null) {
        taken(turn);
      } else if (stop) {
        running = false;
      }
      return Optional.ofNullable(turn);
    } finally {
      lock.unlock();
    }
  }

  /** The thread begins with the lock: it must not find it held by who starts it. */
  private void change(Runnable change) {
    if (begins(change)) {
      try {
        startThread.run();
      } catch (Error e) {
        notRunning(); // no memory for a thread: the next change tries again
        throw e;
      }
    }
  }

  private void notRunning() {
    lock.lock();
    try {
      running = false;
    } finally {
      lock.unlock();
    }
  }

  private boolean begins(Runnable change) {
    lock.lock();
    try {
      change.run();
      boolean begins = !running && next() != null;
      running |= begins;
      return begins;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Turn next() {
    if (over) {
      return null;
    } else if (opening != null) {
      return new Turn.Open(opening); // also before the end: whoever has entered must leave
    } else if (closing != null) {
      return new Turn.Close(closing);
    } else if (refusal != null) {
      return new Turn.Refuse(refusal);
    }
    boolean ended = inbound.ended(); // asked before what is there: both may come in between
    return open ? nextOfSession(ended) : endedUnserved(ended);
  }

  private @Nullable Turn nextOfSession(boolean ended) {
    if (farewell != null) {
      return new Turn.Farewell(farewell);
    } else if (relocation != null && moveDue) {
      return new Turn.Move(relocation);
    } else if (wake) {
      return WAKE;
    }
    if (inbound.ready(lineLimit)) {
      return INPUT;
    }
    return ended ? GONE : null;
  }

  /** A client that waits for its plugin may have said everything it has to say. */
  private @Nullable Turn endedUnserved(boolean ended) {
    return ended && inbound.isEmpty() ? GONE : null;
  }

  private void taken(Turn turn) {
    switch (turn) {
      case Turn.Open(Host host) -> {
        opening = null;
        open = true;
      }
      case Turn.Input() -> moveDue = true;
      case Turn.Wake() -> {
        wake = false;
        moveDue = true;
      }
      case Turn.Move(Relocation to) -> moveDue = false;
      case Turn.Refuse(String text) -> refusal = null;
      case Turn.Farewell(CloseReason reason) -> {
        farewell = null;
        closing = closing == null ? reason : closing;
      }
      case Turn.Close(CloseReason reason) -> over = true;
    }
  }
}
