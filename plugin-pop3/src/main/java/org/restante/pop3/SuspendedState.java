package org.restante.pop3;

import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxRef;
import org.restante.pop3.maildrop.MaildropState;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateReader;
import org.restante.protocol.state.StateVersions;
import org.restante.protocol.state.StateWriter;

/**
 * A session between two revisions. The fields of version 1 ({@link org.restante.protocol.state}):
 *
 * <pre>
 * 1  what USER said, a text; missing where it said nothing
 * 2  failed logins, a number
 * 3  syntax errors, a number
 * 4  the maildrop, a group; missing before the login:
 *    1  account  2  mailbox  3  UIDVALIDITY  4  octets: numbers
 *    5  its messages  6  those marked as deleted  7  those retrieved: UIDs
 * </pre>
 */
record SuspendedState(
    Optional<String> user, int failedLogins, int syntaxErrors, Optional<MaildropState> maildrop) {

  /** The formats that are written and read here. */
  static final StateVersions VERSIONS = StateVersions.only(1);

  private static final int USER = 1;
  private static final int FAILED_LOGINS = 2;
  private static final int SYNTAX_ERRORS = 3;
  private static final int MAILDROP = 4;

  private static final int ACCOUNT = 1;
  private static final int MAILBOX = 2;
  private static final int UIDVALIDITY = 3;
  private static final int OCTETS = 4;
  private static final int UIDS = 5;
  private static final int DELETED = 6;
  private static final int RETRIEVED = 7;

  SuspendedSession suspended(int version) {
    StateWriter out = new StateWriter();
    user.ifPresent(name -> out.text(USER, name));
    out.number(FAILED_LOGINS, failedLogins).number(SYNTAX_ERRORS, syntaxErrors);
    maildrop.ifPresent(open -> out.group(MAILDROP, group -> write(group, open)));
    return new SuspendedSession(Pop3Plugin.PROTOCOL, version, out.state());
  }

  static SuspendedState read(SuspendedSession suspended) throws UnreadableSession {
    if (!VERSIONS.has(suspended.version()) || !suspended.protocol().equals(Pop3Plugin.PROTOCOL)) {
      throw new UnreadableSession(
          "a " + suspended.protocol() + " state of version " + suspended.version());
    }
    try {
      return StateReader.read(suspended.octets(), SuspendedState::read);
    } catch (IllegalArgumentException e) {
      throw new UnreadableSession("a damaged state: " + e.getMessage());
    }
  }

  private static SuspendedState read(StateReader in) {
    return new SuspendedState(
        in.takeText(USER),
        in.expectCount(FAILED_LOGINS),
        in.expectCount(SYNTAX_ERRORS),
        in.takeGroup(MAILDROP, SuspendedState::readMaildrop));
  }

  private static void write(StateWriter out, MaildropState maildrop) {
    out.number(ACCOUNT, maildrop.inbox().account().value())
        .number(MAILBOX, maildrop.inbox().mailbox())
        .number(UIDVALIDITY, maildrop.uidValidity())
        .number(OCTETS, maildrop.octets())
        .uids(UIDS, maildrop.uids())
        .uids(DELETED, maildrop.deleted())
        .uids(RETRIEVED, maildrop.retrieved());
  }

  private static MaildropState readMaildrop(StateReader in) {
    return new MaildropState(
        new MailboxRef(new AccountId(in.expectNumber(ACCOUNT)), in.expectNumber(MAILBOX)),
        in.expectNumber(UIDVALIDITY),
        in.expectNumber(OCTETS),
        in.expectUids(UIDS),
        in.expectUids(DELETED),
        in.expectUids(RETRIEVED));
  }
}
