package org.restante.mailstore.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.PartitionReader;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;

/**
 * What an account retains.
 *
 * @param mailboxes deleted mailboxes, as they were
 * @param messages expunged messages
 * @param usage what is kept of their sum
 * @param unreadMailboxes ids of mailboxes whose rows can't be read
 * @param unreadMessages ids of messages whose rows can't be read
 */
record RetainedRows(
    List<MailboxRow> mailboxes,
    List<StoredMessage> messages,
    Retained.Usage usage,
    List<Long> unreadMailboxes,
    List<Long> unreadMessages) {

  static RetainedRows of(PartitionReader rows) {
    List<RowPages.Row> noMailboxes = new ArrayList<>();
    List<MailboxRow> mailboxes =
        read(
            rows,
            Schema.gone(),
            row -> Retained.readMailbox(row.key(), row.value()).row(),
            noMailboxes);
    List<RowPages.Row> noMessages = new ArrayList<>();
    List<StoredMessage> messages =
        read(
            rows,
            Schema.retained(),
            row -> Retained.readMessage(row.key(), row.value()).message(),
            noMessages);
    byte[] usage = rows.get(Schema.retainedUsageKey());
    return new RetainedRows(
        mailboxes,
        messages,
        usage == null ? Retained.Usage.NONE : Retained.readUsage(usage),
        noMailboxes.stream().map(row -> Schema.number(row.key())).toList(),
        noMessages.stream().map(row -> Schema.second(row.key())).toList());
  }

  private static <T> List<T> read(
      PartitionReader rows,
      KeyRange range,
      Function<RowPages.Row, T> reading,
      List<RowPages.Row> unread) {
    List<T> read = new ArrayList<>();
    RowPages.visit(
        rows,
        range,
        page -> {
          for (RowPages.Row row : page) {
            try {
              read.add(reading.apply(row));
            } catch (DamagedRow e) {
              unread.add(row);
            }
          }
        });
    return read;
  }
}
