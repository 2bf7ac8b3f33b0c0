package org.restante.mailbox;

import java.util.List;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * The messages of a mailbox at one instant: UIDs in ascending order, flags, MODSEQs. Immutable,
 * compact and shared by all sessions; a newer view shares the parts that did not change.
 * Thread-safe.
 *
 * <p>An index counts from 0; where no expunge is pending, sequence number = index + 1.
 */
@ProviderType
public interface MailboxView {

  /** The mailbox and its counters at the same instant. */
  Mailbox mailbox();

  /** Number of messages. */
  int exists();

  /** UID at an index. */
  long uid(int index);

  /** Index of a UID; where it is not there, {@code -(insertion point) - 1}. */
  int indexOf(long uid);

  /** Flags at an index; equal flags are the same object. */
  Flags flags(int index);

  /** MODSEQ at an index. */
  long modSeq(int index);

  /** The first message without {@code \Seen}. */
  OptionalInt firstUnseen();

  /** The UIDs of the set that are there. */
  UidSet present(UidSet uids);

  /** All keywords in use, sorted. */
  List<String> keywords();

  /**
   * What happened from an older view of the same mailbox to this one. Costs what changed, where the
   * views descend from each other.
   */
  ViewDifference since(MailboxView older);
}
