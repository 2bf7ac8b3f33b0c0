package org.restante.imap.search;

import org.restante.imap.session.Conversation;

/**
 * Tells the client of a long command how far it is, from time to time.
 *
 * @rfc 9585 4
 */
final class Progress {
  private final Conversation conversation;
  private final long goal;
  private final long interval;
  private long done;
  private long last = System.nanoTime();

  Progress(Conversation conversation, long goal) {
    this.conversation = conversation;
    this.goal = goal;
    this.interval = conversation.settings().progressEvery().toNanos();
  }

  /** One more is done. Writes a whole response, or nothing: not for use within another one. */
  void step() {
    done++;
    if (done < goal && System.nanoTime() - last >= interval) {
      last = System.nanoTime();
      conversation.out().raw("* OK [INPROGRESS (").string(conversation.tag());
      conversation.out().raw(' ').number(done).raw(' ').number(goal).raw(")] Going on").endLine();
      conversation.out().drain();
      conversation.connection().flush();
    }
  }
}
