package org.restante.mailstore.scrub;

import java.util.ArrayList;
import java.util.List;
import org.restante.keyvalue.PartitionReader;
import org.restante.mailstore.row.RowPages;
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
 */
record RetainedRows(
    List<MailboxRow> mailboxes, List<StoredMessage> messages, Retained.Usage usage) {

  static RetainedRows of(PartitionReader rows) {
    List<MailboxRow> mailboxes = new ArrayList<>();
    RowPages.visit(
        rows,
        Schema.gone(),
        page ->
            page.forEach(row -> mailboxes.add(Retained.readMailbox(row.key(), row.value()).row())));
    List<StoredMessage> messages = new ArrayList<>();
    RowPages.visit(
        rows,
        Schema.retained(),
        page ->
            page.forEach(
                row -> messages.add(Retained.readMessage(row.key(), row.value()).message())));
    byte[] usage = rows.get(Schema.retainedUsageKey());
    return new RetainedRows(
        mailboxes, messages, usage == null ? Retained.Usage.NONE : Retained.readUsage(usage));
  }
}
