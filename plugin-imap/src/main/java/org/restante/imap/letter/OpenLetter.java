package org.restante.imap.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.mime.Envelope;
import org.restante.mime.HeaderBlock;
import org.restante.mime.MimeIndex;
import org.restante.mime.OctetRange;
import org.restante.mime.stored.StoredIndex;
import org.restante.mime.stored.StoredPart;
import org.restante.refusal.DamagedMessage;

/** A message of a snapshot; index and content are read when they are needed first. */
public final class OpenLetter implements AutoCloseable {
  // A header with more octets than this is looked into up to here only.
  private static final long MOST_HEADER = 1024 * 1024;

  private final MailboxSnapshot snapshot;
  private final StoredMessage message;
  private final StoredIndex stored;
  private @Nullable MessageContent content;

  /** Opens nothing yet. */
  public OpenLetter(MailboxSnapshot snapshot, StoredMessage message) {
    this(snapshot, message, new StoredIndex(null, () -> snapshot.index(message)));
  }

  /** The same with what was indexed of the message, fetched already. */
  public OpenLetter(MailboxSnapshot snapshot, StoredMessage message, StoredIndex stored) {
    this.snapshot = snapshot;
    this.message = message;
    this.stored = stored;
  }

  /** What never changes about it. */
  public StoredMessage message() {
    return message;
  }

  /** Its structure and envelope. */
  public MimeIndex index() {
    return stored.index();
  }

  /** Its structure as it is stored, to be written out. */
  public StoredPart structure() {
    return stored.structure();
  }

  /** Its envelope, for which the structure need not be taken apart. */
  public Envelope envelope() {
    return stored.envelope();
  }

  /**
   * Ids of the letters that it answers, the first of the conversation first; none where it begins
   * one.
   *
   * @rfc 5256 3
   */
  public List<String> references() {
    List<String> references =
        MessageIds.all(header(index().root().header()).first("References").orElse(null));
    return references.isEmpty()
        ? MessageIds.first(envelope().inReplyTo()).map(List::of).orElse(List.of())
        : references;
  }

  /** Its octets. */
  public MessageContent content() {
    if (content == null) {
      content = snapshot.content(message);
    }
    return content;
  }

  /** The fields of a header. */
  public HeaderBlock header(OctetRange range) {
    OctetRange wanted = range.clip(0, MOST_HEADER);
    byte[] octets = new byte[(int) wanted.length()];
    for (int filled = 0; filled < octets.length; ) {
      int read = content().read(wanted.offset() + filled, octets, filled, octets.length - filled);
      if (read < 0) {
        throw new DamagedMessage("message " + message.messageId() + " is shorter than its size");
      }
      filled += read;
    }
    return HeaderBlock.of(octets);
  }

  @Override
  public void close() {
    if (content != null) {
      content.close();
    }
  }
}
