package org.restante.core.connection;

import org.jspecify.annotations.Nullable;

/**
 * A thread that lends itself: the first conversation that begins while it runs its task goes on it
 * behind the task, since to begin another thread, on a processor that sleeps, takes longer than a
 * turn. Of the thread.
 */
public final class LentThread {
  private static final ThreadLocal<LentThread> CURRENT = new ThreadLocal<>();

  private @Nullable String name;
  private @Nullable Runnable conversation;

  private LentThread() {}

  /** Runs a task and then the conversation that it has begun, if any: even where it fails. */
  public static void during(Runnable task) {
    LentThread lent = new LentThread();
    CURRENT.set(lent);
    try {
      task.run();
    } finally {
      CURRENT.remove();
      lent.converse();
    }
  }

  /**
   * Asks for the current thread.
   *
   * @param name of the thread while the conversation lasts
   * @return whether it runs the conversation; otherwise the caller has to begin a thread
   */
  static boolean take(String name, Runnable conversation) {
    LentThread lent = CURRENT.get();
    boolean taken = lent != null && lent.conversation == null;
    if (taken) {
      lent.name = name;
      lent.conversation = conversation;
    }
    return taken;
  }

  private void converse() {
    if (conversation != null) {
      Thread thread = Thread.currentThread();
      String before = thread.getName();
      thread.setName(name);
      try {
        conversation.run();
      } finally {
        thread.setName(before);
      }
    }
  }
}
