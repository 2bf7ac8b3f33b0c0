package org.restante.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.mailbox.MailboxName;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateReader;
import org.restante.protocol.state.StateVersions;
import org.restante.protocol.state.StateWriter;
import org.restante.refusal.InvalidMailboxName;

/**
 * A session between two revisions. The fields of version 1 ({@link org.restante.protocol.state}):
 *
 * <pre>
 * 1  the account, a number; missing before the login
 * 2  a watched mailbox and what was said of it last, a group; as many as there are:
 *    1  its name, with slashes, a text  2  messages  3  unseen: numbers; both missing: it was gone
 * </pre>
 */
record SuspendedState(Optional<AccountId> account, List<Told> watched) {
  /** The formats that are written and read here. */
  static final StateVersions VERSIONS = StateVersions.only(1);

  static final SuspendedState FRESH = new SuspendedState(Optional.empty(), List.of());

  private static final int ACCOUNT = 1;
  private static final int WATCHED = 2;
  private static final int NAME = 1;
  private static final int MESSAGES = 2;
  private static final int UNSEEN = 3;

  SuspendedState {
    watched = List.copyOf(watched);
  }

  SuspendedSession suspended(int version) {
    StateWriter out = new StateWriter();
    account.ifPresent(id -> out.number(ACCOUNT, id.value()));
    for (Told told : watched) {
      out.group(WATCHED, group -> write(group, told));
    }
    return new SuspendedSession(StatusPlugin.PROTOCOL, version, out.state());
  }

  static SuspendedState read(SuspendedSession state) throws UnreadableSession {
    if (!VERSIONS.has(state.version()) || !state.protocol().equals(StatusPlugin.PROTOCOL)) {
      throw new UnreadableSession("a " + state.protocol() + " state of version " + state.version());
    }
    try {
      return StateReader.read(state.octets(), SuspendedState::read);
    } catch (IllegalArgumentException | InvalidMailboxName e) {
      throw new UnreadableSession("a damaged state: " + e.getMessage());
    }
  }

  private static SuspendedState read(StateReader in) {
    Optional<AccountId> account =
        in.takeNumber(ACCOUNT).stream().mapToObj(AccountId::new).findFirst();
    List<Told> watched = new ArrayList<>(in.takeGroups(WATCHED, SuspendedState::readTold));
    if (account.isEmpty() && !watched.isEmpty()) {
      throw new IllegalArgumentException("nobody watches");
    }
    return new SuspendedState(account, watched);
  }

  private static void write(StateWriter out, Told told) {
    out.text(NAME, told.name().text('/'));
    told.counts()
        .ifPresent(
            counts -> out.number(MESSAGES, counts.messages()).number(UNSEEN, counts.unseen()));
  }

  private static Told readTold(StateReader in) {
    MailboxName name = MailboxName.parse(in.expectText(NAME), '/');
    Optional<Told.Counts> counts =
        in.takeNumber(MESSAGES).stream()
            .mapToObj(messages -> new Told.Counts(messages, in.expectNumber(UNSEEN)))
            .findFirst();
    return new Told(name, counts);
  }
}
