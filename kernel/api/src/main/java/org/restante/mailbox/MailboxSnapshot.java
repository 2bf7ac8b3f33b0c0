package org.restante.mailbox;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.mime.MimeIndex;
import org.restante.mime.stored.StoredIndex;

/**
 * A mailbox at one instant, consistent in itself whatever others do meanwhile. Takes no lock. Close
 * it: it holds storage back. For one thread.
 */
@ProviderType
public interface MailboxSnapshot extends AutoCloseable {

  /** The messages, their flags and the counters. */
  MailboxView view();

  /** A message. */
  Optional<StoredMessage> message(long uid);

  /**
   * The messages of the set that are there, by ascending UID, read in pages: memory does not grow
   * with the set. The visitor may block (it writes to a client); it returns whether to go on.
   */
  void messages(UidSet uids, Predicate<StoredMessage> visitor);

  /**
   * The same, each message with what was indexed when it came in: fetched page by page, so that a
   * message costs no round trip of its own. The index is good until the visitor returns.
   */
  void indexed(UidSet uids, BiPredicate<StoredMessage, StoredIndex> visitor);

  /** Structure and envelope, as indexed when the message came in. */
  MimeIndex index(StoredMessage message);

  /** The octets. It may outlive the snapshot. */
  MessageContent content(StoredMessage message);

  /** What happened above a MODSEQ up to this instant. */
  MailboxChanges changesSince(long modSeq);

  @Override
  void close();
}
