package org.restante.mailstore.schema;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.restante.mailbox.MailboxName;
import org.restante.message.Flags;
import org.restante.message.StoredMessage;

/** The rows of what was removed and is kept for a time, and their values. */
public final class Retained {
  private Retained() {}

  /**
   * An expunged message.
   *
   * @param second when it was expunged
   * @param mailbox the mailbox that it was in
   * @param name what that was called
   * @param message its row there
   * @param flags its flags, {@code \Deleted} left out
   */
  public record Message(
      long second, long mailbox, MailboxName name, StoredMessage message, Flags flags) {}

  /**
   * A deleted mailbox.
   *
   * @param second when it was deleted
   * @param row its row as it was
   */
  public record Mailbox(long second, MailboxRow row) {}

  /**
   * A deleted account.
   *
   * @param account its number
   * @param second when it was deleted
   * @param usage all its mail, retained mail too
   * @param rows those of its rows in the system partition that went
   */
  public record Account(long account, long second, Usage usage, List<SystemPartitionRow> rows) {}

  /** A row of the system partition, as it was. */
  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  public record SystemPartitionRow(byte[] key, byte[] value) {}

  /** Octets and messages that are retained. */
  public record Usage(long octets, long messages) {

    /** Of an account in which nothing is retained. */
    public static final Usage NONE = new Usage(0, 0);

    /** More, or less. */
    public Usage plus(long moreOctets, long moreMessages) {
      return new Usage(octets + moreOctets, messages + moreMessages);
    }
  }

  public static byte[] write(Message row) {
    RowWriter octets =
        new RowWriter(96)
            .int8(row.mailbox())
            .text(Codec.joined(row.name()))
            .int8(row.message().uid())
            .raw(Codec.write(row.message()))
            .octet(row.flags().system());
    row.flags().keywords().forEach(octets::text);
    return octets.done();
  }

  public static Message readMessage(ByteBuffer key, ByteBuffer octets) {
    long second = Schema.number(key);
    return RowReader.read(
        octets,
        row -> {
          long mailbox = row.int8();
          MailboxName name = Codec.name(row.text());
          StoredMessage message =
              Codec.readCold(row.int8(), ByteBuffer.wrap(row.raw(Codec.COLD_OCTETS)));
          int system = row.octet();
          List<String> keywords = new ArrayList<>(0);
          while (row.more()) {
            keywords.add(row.text());
          }
          return new Message(second, mailbox, name, message, new Flags(system, keywords));
        });
  }

  public static byte[] write(Mailbox row) {
    return new RowWriter(136).int8(row.second()).raw(Codec.write(row.row())).done();
  }

  public static Mailbox readMailbox(ByteBuffer key, ByteBuffer octets) {
    return RowReader.read(
        octets,
        row -> {
          long second = row.int8();
          return new Mailbox(second, Codec.readMailbox(key, ByteBuffer.wrap(row.rest())));
        });
  }

  public static Mailbox readMailbox(byte[] key, byte[] octets) {
    return readMailbox(ByteBuffer.wrap(key), ByteBuffer.wrap(octets));
  }

  public static byte[] write(Account row) {
    RowWriter octets =
        new RowWriter(256)
            .int8(row.second())
            .int8(row.usage().octets())
            .int8(row.usage().messages());
    for (SystemPartitionRow kept : row.rows()) {
      octets.number(kept.key().length).raw(kept.key());
      octets.number(kept.value().length).raw(kept.value());
    }
    return octets.done();
  }

  public static Account readAccount(ByteBuffer key, ByteBuffer octets) {
    long account = Schema.number(key);
    return RowReader.read(
        octets,
        row -> {
          long second = row.int8();
          Usage usage = new Usage(row.int8(), row.int8());
          List<SystemPartitionRow> rows = new ArrayList<>();
          while (row.more()) {
            rows.add(new SystemPartitionRow(row.octets(), row.octets()));
          }
          return new Account(account, second, usage, rows);
        });
  }

  public static byte[] write(Usage row) {
    return new RowWriter(16).int8(row.octets()).int8(row.messages()).done();
  }

  public static Usage readUsage(byte[] octets) {
    return RowReader.read(ByteBuffer.wrap(octets), row -> new Usage(row.int8(), row.int8()));
  }
}
