package org.restante.mime.stored;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mime.Envelope;
import org.restante.mime.header.MailAddress;

/** An envelope, its texts left where they are stored; its fields are those of {@link Envelope}. */
public final class StoredEnvelope {
  private final @Nullable StoredText date;
  private final @Nullable StoredText subject;
  private final List<StoredAddress> from;
  private final List<StoredAddress> sender;
  private final List<StoredAddress> replyTo;
  private final List<StoredAddress> to;
  private final List<StoredAddress> cc;
  private final List<StoredAddress> bcc;
  private final @Nullable StoredText inReplyTo;
  private final @Nullable StoredText messageId;

  /** Reads an envelope, and leaves the cursor behind it. */
  StoredEnvelope(IndexCursor in) {
    date = in.storedTextOrNull();
    subject = in.storedTextOrNull();
    from = addresses(in);
    sender = orFrom(addresses(in));
    replyTo = orFrom(addresses(in));
    to = addresses(in);
    cc = addresses(in);
    bcc = addresses(in);
    inReplyTo = in.storedTextOrNull();
    messageId = in.storedTextOrNull();
  }

  private static List<StoredAddress> addresses(IndexCursor in) {
    int count = in.count();
    if (count == 0) {
      return List.of();
    }
    StoredAddress[] addresses = new StoredAddress[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = StoredAddress.read(in);
    }
    return Arrays.asList(addresses);
  }

  private List<StoredAddress> orFrom(List<StoredAddress> own) {
    return own.isEmpty() ? from : own;
  }

  public @Nullable StoredText date() {
    return date;
  }

  public @Nullable StoredText subject() {
    return subject;
  }

  public List<StoredAddress> from() {
    return from;
  }

  /** Those of {@link #from} where the letter does not name others. */
  public List<StoredAddress> sender() {
    return sender;
  }

  /** Those of {@link #from} where the letter does not name others. */
  public List<StoredAddress> replyTo() {
    return replyTo;
  }

  public List<StoredAddress> to() {
    return to;
  }

  public List<StoredAddress> cc() {
    return cc;
  }

  public List<StoredAddress> bcc() {
    return bcc;
  }

  public @Nullable StoredText inReplyTo() {
    return inReplyTo;
  }

  public @Nullable StoredText messageId() {
    return messageId;
  }

  /** The same with strings. */
  Envelope decode() {
    return new Envelope(
        StoredText.string(date),
        StoredText.string(subject),
        decode(from),
        decode(sender),
        decode(replyTo),
        decode(to),
        decode(cc),
        decode(bcc),
        StoredText.string(inReplyTo),
        StoredText.string(messageId));
  }

  private static List<MailAddress> decode(List<StoredAddress> addresses) {
    return addresses.stream().map(StoredAddress::decode).toList();
  }
}
