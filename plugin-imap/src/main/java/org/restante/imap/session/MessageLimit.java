package org.restante.imap.session;

import org.jspecify.annotations.Nullable;
import org.restante.imap.settings.ImapSettings;
import org.restante.message.UidSet;

/**
 * How many messages a command works on: those with the highest UIDs go first.
 *
 * @rfc 9738 3.1
 */
public final class MessageLimit {
  private final int limit;
  private final boolean enforced;
  private @Nullable String reached;

  MessageLimit(ImapSettings settings) {
    this.limit = settings.messageLimit();
    this.enforced = settings.enforceMessageLimit();
  }

  /**
   * The messages to work on, for commands that are held to the limit where the operator says so.
   */
  public UidSet enforced(UidSet uids) {
    return enforced ? atMost(uids) : uids;
  }

  /** The messages to work on; if these are not all, the client is told with the reply. */
  public UidSet atMost(UidSet uids) {
    if (uids.count() <= limit) {
      return uids;
    }
    UidSet highest = highest(uids);
    reached = code(highest);
    return highest;
  }

  /** Refuses a command that must be done for all of the messages or for none. */
  public void require(UidSet uids) {
    if (uids.count() > limit) {
      throw new Refused(code(highest(uids)), "Too many messages for one command");
    }
  }

  private String code(UidSet done) {
    return "MESSAGELIMIT " + limit + " " + done.first(0);
  }

  private UidSet highest(UidSet uids) {
    UidSet.Builder highest = new UidSet.Builder();
    long left = limit;
    for (int range = uids.ranges() - 1; left > 0; range--) {
      long first = Math.max(uids.first(range), uids.last(range) - left + 1);
      highest.addRange(first, uids.last(range));
      left -= uids.last(range) - first + 1;
    }
    return highest.build();
  }

  /** The response code that is due, once; empty for none. */
  String takeReached() {
    String code = reached == null ? "" : reached;
    reached = null;
    return code;
  }
}
