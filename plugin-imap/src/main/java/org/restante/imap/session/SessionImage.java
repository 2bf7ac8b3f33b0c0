package org.restante.imap.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/**
 * A session between two revisions of this bundle. Format, version 1, big-endian:
 *
 * <pre>
 * account        8  0 before a login: then nothing follows
 * idle tag       2 + n  modified UTF-8; empty where IDLE is not in progress
 * mailbox        8  0 where none is selected: then nothing follows
 * uidValidity    8
 * read-only      1  0 or 1
 * modSeq         8  up to which the client knows all flags
 * numbering      4 + 8 n  number of ranges; first and last UID of each, ascending
 * recent         4 + 8 n  the same for UIDs that are recent here
 * </pre>
 *
 * @param account empty before a login
 * @param idleTag the tag of an IDLE in progress, or empty
 * @param mailbox the selected mailbox
 */
public record SessionImage(
    Optional<AccountId> account, String idleTag, Optional<SelectedImage> mailbox) {
  private static final int VERSION = 1;
  private static final int MOST_RANGES = 10_000_000;

  /** A selected mailbox as its client knows it. */
  public record SelectedImage(
      long mailbox,
      long uidValidity,
      boolean readOnly,
      long modSeq,
      UidSet numbering,
      UidSet recent) {}

  static SessionImage of(Conversation conversation, String idleTag) {
    return switch (conversation.state()) {
      case NOT_AUTHENTICATED, LOGOUT -> new SessionImage(Optional.empty(), "", Optional.empty());
      case AUTHENTICATED ->
          new SessionImage(Optional.of(conversation.account()), idleTag, Optional.empty());
      case SELECTED ->
          new SessionImage(
              Optional.of(conversation.account()),
              idleTag,
              Optional.of(image(conversation.selected())));
    };
  }

  private static SelectedImage image(Selected selected) {
    return new SelectedImage(
        selected.ref().mailbox(),
        selected.uidValidity(),
        selected.readOnly(),
        selected.baseline().modSeq(),
        selected.numbering().uids(),
        selected.recent());
  }

  void restore(Conversation conversation) {
    account.ifPresent(conversation::loggedIn);
    account.ifPresent(
        owner -> mailbox.map(open -> opened(owner, open)).ifPresent(conversation::opened));
  }

  private static Selected opened(AccountId owner, SelectedImage image) {
    return new Selected(
        new MailboxRef(owner, image.mailbox),
        image.uidValidity,
        image.readOnly,
        new Numbering.OfRanges(image.numbering),
        new Baseline.OfModSeq(image.modSeq),
        image.recent);
  }

  /** The state to hand over. */
  public SuspendedSession suspended() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeLong(account.map(AccountId::value).orElse(0L));
      if (account.isPresent()) {
        out.writeUTF(idleTag);
        write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory cannot fail", e);
    }
    return new SuspendedSession("imap", VERSION, octets.toByteArray());
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(mailbox.map(SelectedImage::mailbox).orElse(0L));
    if (mailbox.isPresent()) {
      SelectedImage open = mailbox.get();
      out.writeLong(open.uidValidity);
      out.writeBoolean(open.readOnly);
      out.writeLong(open.modSeq);
      write(out, open.numbering);
      write(out, open.recent);
    }
  }

  private static void write(DataOutputStream out, UidSet uids) throws IOException {
    out.writeInt(uids.ranges());
    for (int i = 0; i < uids.ranges(); i++) {
      out.writeInt((int) uids.first(i));
      out.writeInt((int) uids.last(i));
    }
  }

  /** Reads a state. */
  public static SessionImage read(SuspendedSession state) throws UnreadableSession {
    if (!state.protocol().equals("imap") || state.version() != VERSION) {
      throw new UnreadableSession(
          "state of " + state.protocol() + " version " + state.version() + ", not imap " + VERSION);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state.octets()))) {
      long account = in.readLong();
      SessionImage image =
          account == 0
              ? new SessionImage(Optional.empty(), "", Optional.empty())
              : new SessionImage(Optional.of(new AccountId(account)), in.readUTF(), mailbox(in));
      if (in.read() >= 0) {
        throw new UnreadableSession("state is too long");
      }
      return image;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSession("damaged state: " + e.getMessage());
    }
  }

  private static Optional<SelectedImage> mailbox(DataInputStream in) throws IOException {
    long mailbox = in.readLong();
    return mailbox == 0
        ? Optional.empty()
        : Optional.of(
            new SelectedImage(
                mailbox, in.readLong(), in.readBoolean(), in.readLong(), uids(in), uids(in)));
  }

  private static UidSet uids(DataInputStream in) throws IOException {
    int ranges = in.readInt();
    if (ranges < 0 || ranges > MOST_RANGES) {
      throw new IOException("no number of ranges: " + ranges);
    }
    UidSet.Builder uids = new UidSet.Builder();
    for (int i = 0; i < ranges; i++) {
      uids.addRange(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
    }
    return uids.build();
  }
}
