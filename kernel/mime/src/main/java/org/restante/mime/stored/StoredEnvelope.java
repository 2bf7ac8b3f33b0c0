package org.restante.mime.stored;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.mime.Envelope;

/** An envelope as it is stored; its fields are those of {@link Envelope}. */
public final class StoredEnvelope {
  private final byte[] octets;
  private final int date;
  private final int subject;
  private final int from;
  private final int sender;
  private final int replyTo;
  private final int to;
  private final int cc;
  private final int bcc;
  private final int inReplyTo;
  private final int messageId;

  /** Finds the fields, and leaves the cursor behind them. */
  StoredEnvelope(IndexCursor in) {
    octets = in.octets();
    date = text(in);
    subject = text(in);
    from = addresses(in);
    sender = addresses(in);
    replyTo = addresses(in);
    to = addresses(in);
    cc = addresses(in);
    bcc = addresses(in);
    inReplyTo = text(in);
    messageId = text(in);
  }

  private static int text(IndexCursor in) {
    int at = in.at();
    in.skipTextOrNull();
    return at;
  }

  private static int addresses(IndexCursor in) {
    int at = in.at();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      StoredAddress.skip(in);
    }
    return at;
  }

  public @Nullable StoredText date() {
    return text(date);
  }

  public @Nullable StoredText subject() {
    return text(subject);
  }

  public List<StoredAddress> from() {
    return addresses(from);
  }

  /** Those of {@link #from} where the letter does not name others. */
  public List<StoredAddress> sender() {
    return orFrom(sender);
  }

  /** Those of {@link #from} where the letter does not name others. */
  public List<StoredAddress> replyTo() {
    return orFrom(replyTo);
  }

  public List<StoredAddress> to() {
    return addresses(to);
  }

  public List<StoredAddress> cc() {
    return addresses(cc);
  }

  public List<StoredAddress> bcc() {
    return addresses(bcc);
  }

  public @Nullable StoredText inReplyTo() {
    return text(inReplyTo);
  }

  public @Nullable StoredText messageId() {
    return text(messageId);
  }

  /** The same with strings. */
  Envelope decode() {
    return new IndexReader(new IndexCursor(octets, date)).envelope();
  }

  private @Nullable StoredText text(int at) {
    return new IndexCursor(octets, at).storedTextOrNull();
  }

  private List<StoredAddress> orFrom(int at) {
    List<StoredAddress> own = addresses(at);
    return own.isEmpty() ? from() : own;
  }

  private List<StoredAddress> addresses(int at) {
    IndexCursor in = new IndexCursor(octets, at);
    StoredAddress[] addresses = new StoredAddress[in.count()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = StoredAddress.read(in);
    }
    return Arrays.asList(addresses);
  }
}
