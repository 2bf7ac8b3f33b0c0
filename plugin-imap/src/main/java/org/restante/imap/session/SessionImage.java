package org.restante.imap.session;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.account.AccountId;
import org.restante.imap.session.ImageFields.Field;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/**
 * A session between two revisions of this bundle. Version 2 is a list of {@link ImageFields}, only
 * those that have something to say; {@code Field} draws each, big-endian. An extension that keeps
 * something in the session adds a field. Version 1 is still read:
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
 * @param features what the client has enabled
 * @param mailbox the selected mailbox
 */
public record SessionImage(
    Optional<AccountId> account,
    String idleTag,
    Set<Feature> features,
    Optional<SelectedImage> mailbox) {
  private static final String PROTOCOL = "imap";
  private static final int OLD_VERSION = 1;
  private static final int VERSION = 2;
  private static final SessionImage GUEST =
      new SessionImage(Optional.empty(), "", Set.of(), Optional.empty());

  /** Copies the features. */
  public SessionImage {
    features = Set.copyOf(features);
  }

  /**
   * A selected mailbox as its client knows it.
   *
   * @param modSeq up to which the client knows all flags
   * @param numberedAt MODSEQ at which messages were numbered last
   * @param saved what {@code $} means
   */
  public record SelectedImage(
      long mailbox,
      long uidValidity,
      boolean readOnly,
      long modSeq,
      long numberedAt,
      UidSet numbering,
      UidSet recent,
      UidSet saved) {}

  static SessionImage of(Conversation conversation, String idleTag) {
    return switch (conversation.state()) {
      case NOT_AUTHENTICATED, LOGOUT -> GUEST;
      case AUTHENTICATED -> of(conversation, idleTag, Optional.empty());
      case SELECTED -> of(conversation, idleTag, Optional.of(image(conversation.selected())));
    };
  }

  private static SessionImage of(
      Conversation conversation, String idleTag, Optional<SelectedImage> mailbox) {
    return new SessionImage(
        Optional.of(conversation.account()), idleTag, conversation.features(), mailbox);
  }

  private static SelectedImage image(Selected selected) {
    return new SelectedImage(
        selected.ref().mailbox(),
        selected.uidValidity(),
        selected.readOnly(),
        selected.baseline().modSeq(),
        selected.numbering().modSeq(),
        selected.numbering().uids(),
        selected.recent(),
        selected.saved());
  }

  void restore(Conversation conversation) {
    account.ifPresent(conversation::loggedIn);
    features.forEach(conversation::enable);
    account.ifPresent(
        owner -> mailbox.map(open -> opened(owner, open)).ifPresent(conversation::opened));
  }

  private static Selected opened(AccountId owner, SelectedImage image) {
    Selected selected =
        new Selected(
            new MailboxRef(owner, image.mailbox),
            image.uidValidity,
            image.readOnly,
            new Numbering.OfRanges(image.numbering, image.numberedAt),
            new Baseline.OfModSeq(image.modSeq),
            image.recent);
    selected.save(image.saved);
    return selected;
  }

  /** The state to hand over. */
  public SuspendedSession suspended() {
    ImageFields fields = new ImageFields();
    account.ifPresent(id -> fields.put(Field.ACCOUNT, out -> out.writeLong(id.value())));
    if (!idleTag.isEmpty()) {
      fields.put(Field.IDLE_TAG, out -> out.writeUTF(idleTag));
    }
    if (!features.isEmpty()) {
      fields.put(Field.FEATURES, out -> out.writeUTF(names(features)));
    }
    mailbox.ifPresent(
        open -> {
          fields.put(Field.MAILBOX, out -> write(out, open));
          fields.put(Field.NUMBERING, out -> ImageFields.write(out, open.numbering));
          fields.put(Field.RECENT, out -> ImageFields.write(out, open.recent));
          if (!open.saved.isEmpty()) {
            fields.put(Field.SAVED, out -> ImageFields.write(out, open.saved));
          }
        });
    return new SuspendedSession(PROTOCOL, VERSION, fields.write());
  }

  private static void write(DataOutputStream out, SelectedImage open) throws IOException {
    out.writeLong(open.mailbox);
    out.writeLong(open.uidValidity);
    out.writeBoolean(open.readOnly);
    out.writeLong(open.modSeq);
    out.writeLong(open.numberedAt);
  }

  private static String names(Set<Feature> features) {
    return features.stream().sorted().map(Feature::name).collect(Collectors.joining(" "));
  }

  /** Reads a state. */
  public static SessionImage read(SuspendedSession state) throws UnreadableSession {
    boolean old = state.version() == OLD_VERSION;
    if (!state.protocol().equals(PROTOCOL) || (state.version() != VERSION && !old)) {
      throw new UnreadableSession(
          "state of " + state.protocol() + " version " + state.version() + ", not imap " + VERSION);
    }
    try {
      return old ? readOld(state.octets()) : read(ImageFields.read(state.octets()));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSession("damaged state: " + e.getMessage());
    }
  }

  private static SessionImage read(ImageFields fields) throws IOException {
    return new SessionImage(
        fields.get(Field.ACCOUNT, in -> new AccountId(in.readLong())),
        fields.get(Field.IDLE_TAG, in -> in.readUTF()).orElse(""),
        fields.get(Field.FEATURES, SessionImage::features).orElse(Set.of()),
        fields.get(Field.MAILBOX, in -> mailbox(in, fields)));
  }

  private static Set<Feature> features(DataInputStream in) throws IOException {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String name : in.readUTF().split(" ", -1)) {
      features.add(Feature.valueOf(name));
    }
    return features;
  }

  private static SelectedImage mailbox(DataInputStream in, ImageFields fields) throws IOException {
    return new SelectedImage(
        in.readLong(),
        in.readLong(),
        in.readBoolean(),
        in.readLong(),
        in.readLong(),
        fields.get(Field.NUMBERING, ImageFields::uids).orElse(UidSet.EMPTY),
        fields.get(Field.RECENT, ImageFields::uids).orElse(UidSet.EMPTY),
        fields.get(Field.SAVED, ImageFields::uids).orElse(UidSet.EMPTY));
  }

  private static SessionImage readOld(byte[] octets) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets));
    long account = in.readLong();
    SessionImage image =
        account == 0
            ? GUEST
            : new SessionImage(
                Optional.of(new AccountId(account)), in.readUTF(), Set.of(), oldMailbox(in));
    if (in.available() > 0) {
      throw new IOException("state is too long");
    }
    return image;
  }

  /** When the messages were numbered was not kept: not before the mailbox was made. */
  private static Optional<SelectedImage> oldMailbox(DataInputStream in) throws IOException {
    long mailbox = in.readLong();
    return mailbox == 0
        ? Optional.empty()
        : Optional.of(
            new SelectedImage(
                mailbox,
                in.readLong(),
                in.readBoolean(),
                in.readLong(),
                1,
                ImageFields.uids(in),
                ImageFields.uids(in),
                UidSet.EMPTY));
  }
}
