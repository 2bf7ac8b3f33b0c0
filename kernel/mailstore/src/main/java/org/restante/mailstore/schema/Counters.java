package org.restante.mailstore.schema;

import org.restante.message.Flags;
import org.restante.message.SystemFlag;

/** What a mailbox holds: messages, those unseen, those marked deleted, and octets. */
public record Counters(long exists, long unseen, long deleted, long octets) {

  /** Of an empty mailbox. */
  public static final Counters ZERO = new Counters(0, 0, 0, 0);

  /** One message. */
  public static Counters of(Flags flags, long size) {
    return new Counters(
        1, flags.has(SystemFlag.SEEN) ? 0 : 1, flags.has(SystemFlag.DELETED) ? 1 : 0, size);
  }

  /** Both together. */
  public Counters plus(Counters more) {
    return new Counters(
        exists + more.exists, unseen + more.unseen, deleted + more.deleted, octets + more.octets);
  }

  /** This without the other. */
  public Counters minus(Counters less) {
    return new Counters(
        exists - less.exists, unseen - less.unseen, deleted - less.deleted, octets - less.octets);
  }
}
