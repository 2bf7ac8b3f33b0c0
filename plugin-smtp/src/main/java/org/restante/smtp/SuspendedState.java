package org.restante.smtp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.AccountId;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateReader;
import org.restante.protocol.state.StateVersions;
import org.restante.protocol.state.StateWriter;
import org.restante.smtp.SmtpSession.Hello;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.path.Path;

/**
 * A session between two revisions. The fields of version 1 ({@link org.restante.protocol.state}):
 *
 * <pre>
 * 1  the greeting, a group; missing before it: 1 its name, a text  2 extended, a flag
 * 2  account, a number; missing before a login
 * 3  errors  4  failed logins: numbers
 * 5  the transaction, a group; missing where there is none:
 *    1  the sender, a path  2  declared size, a number; missing where there is none
 *    3  alone, a flag  4  a recipient, once for each: a path and 4 its account, a number
 * 6  octets that were read and not yet used; missing where there are none
 * a path is a group: 1 local part  2 domain  3 as written: texts
 * </pre>
 *
 * @param ahead octets of the connection that were read and not yet used
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record SuspendedState(
    Optional<Hello> hello,
    Optional<AccountId> account,
    int errors,
    int failedLogins,
    Optional<Transaction> transaction,
    byte[] ahead) {

  /** The formats that are written and read here. */
  static final StateVersions VERSIONS = StateVersions.only(1);

  /** Nothing was said. */
  static final SuspendedState NEW =
      new SuspendedState(Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), new byte[0]);

  private static final int HELLO = 1;
  private static final int ACCOUNT = 2;
  private static final int ERRORS = 3;
  private static final int FAILED_LOGINS = 4;
  private static final int TRANSACTION = 5;
  private static final int AHEAD = 6;

  private static final int NAME = 1;
  private static final int EXTENDED = 2;

  private static final int SENDER = 1;
  private static final int SIZE = 2;
  private static final int ALONE = 3;
  private static final int RECIPIENT = 4;

  private static final int LOCAL = 1;
  private static final int DOMAIN = 2;
  private static final int WRITTEN = 3;
  private static final int OWNER = 4;

  SuspendedSession suspended(int version) {
    StateWriter out = new StateWriter();
    hello.ifPresent(said -> out.group(HELLO, group -> write(group, said)));
    account.ifPresent(id -> out.number(ACCOUNT, id.value()));
    out.number(ERRORS, errors).number(FAILED_LOGINS, failedLogins);
    transaction.ifPresent(open -> out.group(TRANSACTION, group -> write(group, open)));
    if (ahead.length > 0) {
      out.octets(AHEAD, ahead);
    }
    return new SuspendedSession(SmtpPlugin.PROTOCOL, version, out.state());
  }

  static SuspendedState read(SuspendedSession suspended) throws UnreadableSession {
    if (!VERSIONS.has(suspended.version()) || !suspended.protocol().equals(SmtpPlugin.PROTOCOL)) {
      throw new UnreadableSession(
          "a " + suspended.protocol() + " state of version " + suspended.version());
    }
    try {
      return StateReader.read(suspended.octets(), SuspendedState::read);
    } catch (IllegalArgumentException e) {
      throw new UnreadableSession("a damaged state: " + e.getMessage());
    }
  }

  private static void write(StateWriter out, Hello hello) {
    out.text(NAME, hello.name()).flag(EXTENDED, hello.extended());
  }

  private static void write(StateWriter out, Transaction transaction) {
    out.group(SENDER, sender -> write(sender, transaction.sender()));
    transaction.size().ifPresent(size -> out.number(SIZE, size));
    out.flag(ALONE, transaction.alone());
    for (AcceptedRecipient recipient : transaction.recipients()) {
      out.group(RECIPIENT, group -> write(group, recipient));
    }
  }

  private static void write(StateWriter out, AcceptedRecipient recipient) {
    write(out, recipient.path());
    out.number(OWNER, recipient.account().value());
  }

  private static void write(StateWriter out, Path path) {
    out.text(LOCAL, path.local()).text(DOMAIN, path.domain()).text(WRITTEN, path.text());
  }

  private static SuspendedState read(StateReader in) {
    return new SuspendedState(
        in.takeGroup(HELLO, group -> new Hello(group.expectText(NAME), group.expectFlag(EXTENDED))),
        in.takeNumber(ACCOUNT).stream().mapToObj(AccountId::new).findFirst(),
        in.expectCount(ERRORS),
        in.expectCount(FAILED_LOGINS),
        in.takeGroup(TRANSACTION, SuspendedState::readTransaction),
        in.takeOctets(AHEAD));
  }

  private static Transaction readTransaction(StateReader in) {
    Path sender = in.expectGroup(SENDER, SuspendedState::readPath);
    OptionalLong size = in.takeNumber(SIZE);
    boolean alone = in.expectFlag(ALONE);
    List<AcceptedRecipient> recipients =
        in.takeGroups(
            RECIPIENT,
            group ->
                new AcceptedRecipient(readPath(group), new AccountId(group.expectNumber(OWNER))));
    Transaction transaction = new Transaction(sender, size);
    recipients.forEach(recipient -> transaction.add(recipient, alone));
    return transaction;
  }

  private static Path readPath(StateReader in) {
    return new Path(in.expectText(LOCAL), in.expectText(DOMAIN), in.expectText(WRITTEN));
  }
}
