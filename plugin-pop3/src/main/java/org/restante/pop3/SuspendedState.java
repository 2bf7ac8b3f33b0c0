package org.restante.pop3;

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
import org.restante.pop3.maildrop.MaildropState;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;

/**
 * A session between two revisions, version 1. All numbers are big-endian:
 *
 * <pre>
 * user present (1) [ UTF length (2), octets ] | failed logins (4) | syntax errors (4)
 * | maildrop present (1) [ account (8) | mailbox (8) | uidValidity (8) | octets (8)
 *                          | uids | deleted | retrieved ]
 * a set of UIDs: ranges (4), each first (4), last (4), unsigned
 * </pre>
 */
record SuspendedState(
    Optional<String> user, int failedLogins, int syntaxErrors, Optional<MaildropState> maildrop) {

  private static final int VERSION = 1;

  SuspendedSession suspended() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SuspendedSession(Pop3Plugin.PROTOCOL, VERSION, octets.toByteArray());
  }

  static SuspendedState read(SuspendedSession suspended) throws UnreadableSession {
    if (suspended.version() != VERSION || !suspended.protocol().equals(Pop3Plugin.PROTOCOL)) {
      throw new UnreadableSession(
          "a " + suspended.protocol() + " state of version " + suspended.version());
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(suspended.octets()))) {
      SuspendedState state = read(in);
      if (in.read() >= 0) {
        throw new UnreadableSession("octets behind the state");
      }
      return state;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSession("a damaged state: " + e.getMessage());
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeBoolean(user.isPresent());
    if (user.isPresent()) {
      out.writeUTF(user.get());
    }
    out.writeInt(failedLogins);
    out.writeInt(syntaxErrors);
    out.writeBoolean(maildrop.isPresent());
    if (maildrop.isPresent()) {
      MaildropState state = maildrop.get();
      out.writeLong(state.inbox().account().value());
      out.writeLong(state.inbox().mailbox());
      out.writeLong(state.uidValidity());
      out.writeLong(state.octets());
      writeSet(out, state.uids());
      writeSet(out, state.deleted());
      writeSet(out, state.retrieved());
    }
  }

  private static SuspendedState read(DataInputStream in) throws IOException {
    return new SuspendedState(
        in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty(),
        in.readInt(),
        in.readInt(),
        in.readBoolean() ? Optional.of(readMaildrop(in)) : Optional.empty());
  }

  private static MaildropState readMaildrop(DataInputStream in) throws IOException {
    return new MaildropState(
        new MailboxRef(new AccountId(in.readLong()), in.readLong()),
        in.readLong(),
        in.readLong(),
        readSet(in),
        readSet(in),
        readSet(in));
  }

  private static void writeSet(DataOutputStream out, UidSet uids) throws IOException {
    out.writeInt(uids.ranges());
    for (int range = 0; range < uids.ranges(); range++) {
      out.writeInt((int) uids.first(range));
      out.writeInt((int) uids.last(range));
    }
  }

  private static UidSet readSet(DataInputStream in) throws IOException {
    UidSet.Builder uids = new UidSet.Builder();
    int ranges = in.readInt();
    for (int range = 0; range < ranges; range++) {
      uids.addRange(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
    }
    return uids.build();
  }
}
