package org.restante.imap.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxRef;
import org.restante.message.UidSet;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateReader;
import org.restante.protocol.state.StateVersions;
import org.restante.protocol.state.StateWriter;

/**
 * A session between two revisions of this bundle. The fields of version 1 ({@link
 * org.restante.protocol.state}):
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
 * </pre>
 *
 * @param account empty before a login
 * @param idleTag the tag of an IDLE in progress, or empty
 * @param mailbox the selected mailbox
 */
public record SessionImage(
    Optional<AccountId> account, String idleTag, Optional<SelectedImage> mailbox) {
  /** The formats that are written and read here. */
  public static final StateVersions VERSIONS = StateVersions.only(1);

  private static final int ACCOUNT = 1;
  private static final int IDLE_TAG = 2;
  private static final int SELECTED = 3;

  /** A selected mailbox as its client knows it. */
  public record SelectedImage(
      long mailbox,
      long uidValidity,
      boolean readOnly,
      long modSeq,
      UidSet numbering,
      UidSet recent) {
    private static final int MAILBOX = 1;
    private static final int UIDVALIDITY = 2;
    private static final int READ_ONLY = 3;
    private static final int MODSEQ = 4;
    private static final int NUMBERING = 5;
    private static final int RECENT = 6;

    private void write(StateWriter out) {
      out.number(MAILBOX, mailbox)
          .number(UIDVALIDITY, uidValidity)
          .flag(READ_ONLY, readOnly)
          .number(MODSEQ, modSeq)
          .uids(NUMBERING, numbering)
          .uids(RECENT, recent);
    }

    private static SelectedImage read(StateReader in) {
      return new SelectedImage(
          in.expectNumber(MAILBOX),
          in.expectNumber(UIDVALIDITY),
          in.expectFlag(READ_ONLY),
          in.expectNumber(MODSEQ),
          in.expectUids(NUMBERING),
          in.expectUids(RECENT));
    }
  }

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

  /** The state to hand over, in one of the {@link #VERSIONS}. */
  public SuspendedSession suspended(int version) {
    StateWriter out = new StateWriter();
    account.ifPresent(id -> out.number(ACCOUNT, id.value()));
    if (!idleTag.isEmpty()) {
      out.text(IDLE_TAG, idleTag);
    }
    mailbox.ifPresent(open -> out.group(SELECTED, open::write));
    return new SuspendedSession("imap", version, out.state());
  }

  /** Reads a state. */
  public static SessionImage read(SuspendedSession state) throws UnreadableSession {
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
        ? new SessionImage(Optional.empty(), "", Optional.empty())
        : new SessionImage(
            Optional.of(new AccountId(account.getAsLong())),
            in.takeText(IDLE_TAG).orElse(""),
            in.takeGroup(SELECTED, SelectedImage::read));
  }
}
