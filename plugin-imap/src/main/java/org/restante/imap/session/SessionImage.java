package org.restante.imap.session;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.account.AccountId;
import org.restante.imap.extension.Feature;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateReader;
import org.restante.protocol.state.StateVersions;
import org.restante.protocol.state.StateWriter;

/**
 * A session between two revisions of this bundle. Its fields ({@link org.restante.protocol.state});
 * those of version 2 are marked, and a session that needs them is not written in version 1:
 *
 * <pre>
 * 1  account, a number; missing before a login, and all else with it
 * 2  the tag of an IDLE in progress, a text; missing where there is none
 * 3  the selected mailbox, a group; missing where none is selected:
 *    1  mailbox, a number
 *    2  UIDVALIDITY, a number
 *    3  opened for reading only, a flag
 *    4  MODSEQ up to which the client knows all flags, a number
 *    5  the messages that the client knows of, UIDs: their order is their numbering
 *    6  those that are recent here, UIDs
 *    7  MODSEQ of the numbering, a number (version 2; before: not known)
 * 4  what the client has enabled, names with spaces between them, a text (version 2); missing where
 *    that is nothing
 * </pre>
 *
 * @param account empty before a login
 * @param idleTag the tag of an IDLE in progress, or empty
 * @param features what the client has enabled
 * @param mailbox the selected mailbox
 */
record SessionImage(
    Optional<AccountId> account,
    String idleTag,
    Set<Feature> features,
    Optional<SelectedImage> mailbox) {
  /** The formats that are written and read here. */
  static final StateVersions VERSIONS = new StateVersions(1, 2);

  private static final int WITH_FEATURES = 2;
  private static final SessionImage GUEST =
      new SessionImage(Optional.empty(), "", Set.of(), Optional.empty());

  private static final int ACCOUNT = 1;
  private static final int IDLE_TAG = 2;
  private static final int SELECTED = 3;
  private static final int FEATURES = 4;

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
  record SelectedImage(
      long mailbox,
      long uidValidity,
      boolean readOnly,
      long modSeq,
      long numberedAt,
      UidSet numbering,
      UidSet recent,
      UidSet saved) {
    private static final int MAILBOX = 1;
    private static final int UIDVALIDITY = 2;
    private static final int READ_ONLY = 3;
    private static final int MODSEQ = 4;
    private static final int NUMBERING = 5;
    private static final int RECENT = 6;
    private static final int NUMBERED_AT = 7;
    private static final int SAVED = 8;

    // Where it is not known when messages were numbered: not before the mailbox was made.
    private static final long FIRST = 1;

    private void write(StateWriter out, int version) {
      out.number(MAILBOX, mailbox)
          .number(UIDVALIDITY, uidValidity)
          .flag(READ_ONLY, readOnly)
          .number(MODSEQ, modSeq)
          .uids(NUMBERING, numbering)
          .uids(RECENT, recent);
      if (version >= WITH_FEATURES) {
        out.number(NUMBERED_AT, numberedAt);
      }
      if (!saved.isEmpty()) {
        out.uids(SAVED, saved);
      }
    }

    private static SelectedImage read(StateReader in) {
      return new SelectedImage(
          in.expectNumber(MAILBOX),
          in.expectNumber(UIDVALIDITY),
          in.expectFlag(READ_ONLY),
          in.expectNumber(MODSEQ),
          in.takeNumber(NUMBERED_AT).orElse(FIRST),
          in.expectUids(NUMBERING),
          in.expectUids(RECENT),
          in.takeUids(SAVED));
    }
  }

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

  /**
   * The state to hand over, in one of the {@link #VERSIONS}.
   *
   * @return empty where that version has no place for what the client has enabled or saved
   */
  Optional<SuspendedSession> suspended(int version) {
    boolean saves = mailbox.filter(open -> !open.saved.isEmpty()).isPresent();
    if (version < WITH_FEATURES && (saves || !features.isEmpty())) {
      return Optional.empty();
    }
    StateWriter out = new StateWriter();
    account.ifPresent(id -> out.number(ACCOUNT, id.value()));
    if (!idleTag.isEmpty()) {
      out.text(IDLE_TAG, idleTag);
    }
    mailbox.ifPresent(open -> out.group(SELECTED, group -> open.write(group, version)));
    if (!features.isEmpty()) {
      out.text(FEATURES, names(features));
    }
    return Optional.of(new SuspendedSession("imap", version, out.state()));
  }

  private static String names(Set<Feature> features) {
    return features.stream().sorted().map(Feature::name).collect(Collectors.joining(" "));
  }

  private static Set<Feature> features(String names) {
    return Arrays.stream(names.split(" ", -1))
        .map(Feature::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a state. */
  static SessionImage read(SuspendedSession state) throws UnreadableSession {
    if (!state.protocol().equals("imap") || !VERSIONS.has(state.version())) {
      throw new UnreadableSession(
          "state of %s version %d, not imap %s"
              .formatted(state.protocol(), state.version(), VERSIONS));
    }
    try {
      return StateReader.read(state.octets(), SessionImage::read);
    } catch (IllegalArgumentException e) {
      throw new UnreadableSession("damaged state: " + e.getMessage());
    }
  }

  private static SessionImage read(StateReader in) {
    OptionalLong account = in.takeNumber(ACCOUNT);
    return account.isEmpty()
        ? GUEST
        : new SessionImage(
            Optional.of(new AccountId(account.getAsLong())),
            in.takeText(IDLE_TAG).orElse(""),
            in.takeText(FEATURES).map(SessionImage::features).orElse(Set.of()),
            in.takeGroup(SELECTED, SelectedImage::read));
  }
}
