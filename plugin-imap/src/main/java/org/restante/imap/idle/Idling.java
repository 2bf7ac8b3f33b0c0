package org.restante.imap.idle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.restante.account.AccountId;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.CommandRow.Sync;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Ongoing;
import org.restante.mail.Change;
import org.restante.mail.ChangeListener;
import org.restante.mail.Watch;
import org.restante.protocol.SessionState;
import org.restante.refusal.StoreUnavailable;

/**
 * An IDLE in progress: every change wakes the session, which tells the news; a timer keeps the
 * connection alive in the eyes of NATs.
 *
 * @rfc 2177 3
 */
public final class Idling implements Ongoing {
  private static final long NONE = 0;

  private final Conversation conversation;
  private final Watch watch;
  // When the oldest commit not told yet was made, or NONE.
  private final AtomicLong committed = new AtomicLong(NONE);
  // Something may have happened that no note tells of.
  private boolean catchingUp;

  /** Begins to watch an account. */
  public Idling(Conversation conversation, AccountId account) {
    this.conversation = conversation;
    this.watch = conversation.store().watch(account, this::changed);
    conversation.connection().meter().state(SessionState.IDLE);
    conversation.connection().wakeAfter(conversation.settings().keepAlive());
  }

  /** Goes on with the IDLE of a suspended session, and looks at once for what was missed. */
  public static Idling resumed(Conversation conversation) {
    Idling idling = new Idling(conversation, conversation.account());
    idling.catchingUp = true;
    conversation.connection().wake();
    return idling;
  }

  private void changed(Change change) {
    boolean dropped = change.kind() == Change.Kind.RESYNC;
    if (dropped) {
      conversation.figures().overflow(ChangeListener.WAITING);
    }
    if (dropped || conversation.hasOpen(change.mailbox())) {
      long time = change.committedNanos() == NONE ? 1 : change.committedNanos();
      // One call for all that is noted together: a call without a note is the timer's.
      if (committed.compareAndSet(NONE, time)) {
        conversation.figures().pending(1);
        conversation.connection().wake();
      }
    }
  }

  @Override
  public void onWake() {
    if (committed.get() != NONE || catchingUp) {
      tellNews();
    } else {
      conversation.out().raw("* OK Still here").endLine();
    }
    conversation.connection().wakeAfter(conversation.settings().keepAlive());
  }

  void tellNews() {
    catchingUp = false;
    long since = takeCommitted();
    try {
      conversation.sync(Sync.ALL);
    } catch (StoreUnavailable later) {
      conversation.out().abandon();
      catchingUp = true;
    }
    if (since != NONE) {
      conversation.figures().lag(ImapFigures.Channel.IDLE, System.nanoTime() - since);
    }
  }

  @Override
  public Completion onLine(byte[] line) {
    release();
    return new String(line, StandardCharsets.ISO_8859_1).equalsIgnoreCase("DONE")
        ? Completion.ok("IDLE terminated")
        : Completion.bad("Expected DONE");
  }

  @Override
  public void release() {
    watch.close();
    takeCommitted();
    conversation.connection().wakeAfter(Duration.ZERO);
    conversation.meterState();
  }

  private long takeCommitted() {
    long since = committed.getAndSet(NONE);
    if (since != NONE) {
      conversation.figures().pending(-1);
    }
    return since;
  }
}
