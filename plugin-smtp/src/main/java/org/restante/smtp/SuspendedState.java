package org.restante.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.AccountId;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.smtp.SmtpSession.Hello;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.path.Path;

/**
 * A session between two revisions, version 1. Numbers are big-endian, a text is its length (2) and
 * its modified UTF-8:
 *
 * <pre>
 * hello present (1) [ name text | extended (1) ] | account (8), 0 for none
 * | errors (4) | failed logins (4)
 * | transaction present (1) [ sender path | size (8), -1 for none | alone (1)
 *                             | recipients (4), each: path, account (8) ]
 * | octets read ahead (4), the octets
 * a path: local text | domain text | written text
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

  private static final int VERSION = 1;

  /** Nothing was said. */
  static final SuspendedState NEW =
      new SuspendedState(Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), new byte[0]);

  SuspendedSession suspended() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SuspendedSession(SmtpPlugin.PROTOCOL, VERSION, octets.toByteArray());
  }

  static SuspendedState read(SuspendedSession suspended) throws UnreadableSession {
    if (suspended.version() != VERSION || !suspended.protocol().equals(SmtpPlugin.PROTOCOL)) {
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
    out.writeBoolean(hello.isPresent());
    if (hello.isPresent()) {
      out.writeUTF(hello.get().name());
      out.writeBoolean(hello.get().extended());
    }
    out.writeLong(account.map(AccountId::value).orElse(0L));
    out.writeInt(errors);
    out.writeInt(failedLogins);
    out.writeBoolean(transaction.isPresent());
    if (transaction.isPresent()) {
      write(out, transaction.get());
    }
    out.writeInt(ahead.length);
    out.write(ahead);
  }

  private static void write(DataOutputStream out, Transaction transaction) throws IOException {
    write(out, transaction.sender());
    out.writeLong(transaction.size().orElse(-1));
    out.writeBoolean(transaction.alone());
    out.writeInt(transaction.recipients().size());
    for (AcceptedRecipient recipient : transaction.recipients()) {
      write(out, recipient.path());
      out.writeLong(recipient.account().value());
    }
  }

  private static void write(DataOutputStream out, Path path) throws IOException {
    out.writeUTF(path.local());
    out.writeUTF(path.domain());
    out.writeUTF(path.text());
  }

  private static SuspendedState read(DataInputStream in) throws IOException {
    Optional<Hello> hello =
        in.readBoolean()
            ? Optional.of(new Hello(in.readUTF(), in.readBoolean()))
            : Optional.empty();
    long account = in.readLong();
    return new SuspendedState(
        hello,
        account == 0 ? Optional.empty() : Optional.of(new AccountId(account)),
        in.readInt(),
        in.readInt(),
        in.readBoolean() ? Optional.of(readTransaction(in)) : Optional.empty(),
        readOctets(in));
  }

  private static byte[] readOctets(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] octets = in.readNBytes(Math.max(0, length));
    if (octets.length != length) {
      throw new IOException("octets are missing");
    }
    return octets;
  }

  private static Transaction readTransaction(DataInputStream in) throws IOException {
    Path sender = readPath(in);
    long size = in.readLong();
    Transaction transaction =
        new Transaction(sender, size < 0 ? OptionalLong.empty() : OptionalLong.of(size));
    boolean alone = in.readBoolean();
    int recipients = in.readInt();
    for (int i = 0; i < recipients; i++) {
      transaction.add(new AcceptedRecipient(readPath(in), new AccountId(in.readLong())), alone);
    }
    return transaction;
  }

  private static Path readPath(DataInputStream in) throws IOException {
    return new Path(in.readUTF(), in.readUTF(), in.readUTF());
  }
}
