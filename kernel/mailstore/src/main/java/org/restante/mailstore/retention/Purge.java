package org.restante.mailstore.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.restante.account.AccountId;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.mutation.Purging;
import org.restante.mailstore.mutation.Removal;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.salvage.RetainedMending;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;

/** Removes what was retained long enough in one account. */
final class Purge {
  private Purge() {}

  /**
   * Removes messages and mailboxes that were removed before these seconds. Rows that can't be read
   * are mended first: what they stand for has to go as well.
   *
   * @param pace is told how many messages went with each commit
   */
  static void account(
      OpenEngine open,
      AccountId account,
      long messagesBefore,
      long mailboxesBefore,
      IntConsumer pace) {
    try {
      removed(open, account, messagesBefore, mailboxesBefore, pace);
    } catch (DamagedRow e) {
      RetainedMending.run(open, account);
      removed(open, account, messagesBefore, mailboxesBefore, pace);
    }
  }

  private static void removed(
      OpenEngine open,
      AccountId account,
      long messagesBefore,
      long mailboxesBefore,
      IntConsumer pace) {
    Partition partition = open.engine().partition(account.value());
    if (!RowPages.page(partition, Schema.retainedBefore(messagesBefore), 1).isEmpty()) {
      messages(open, account, messagesBefore, pace);
    }
    List<Long> mailboxes = mailboxes(partition, mailboxesBefore);
    for (long mailbox : mailboxes) {
      open.write(account, Durability.SYNC, commit -> Purging.mailbox(commit, mailbox));
    }
    if (!mailboxes.isEmpty()) {
      Removal.doomedMailboxes(partition, pace);
    }
  }

  private static void messages(OpenEngine open, AccountId account, long before, IntConsumer pace) {
    int count = RowPages.ROWS;
    while (count == RowPages.ROWS) {
      count = open.write(account, Durability.BUFFERED, commit -> Purging.messages(commit, before));
      pace.accept(count);
    }
  }

  private static List<Long> mailboxes(Partition partition, long before) {
    List<Long> mailboxes = new ArrayList<>();
    RowPages.visit(
        partition,
        Schema.gone(),
        page -> {
          for (RowPages.Row row : page) {
            if (Retained.readMailbox(row.key(), row.value()).second() < before) {
              mailboxes.add(Schema.number(row.key()));
            }
          }
        });
    return mailboxes;
  }
}
