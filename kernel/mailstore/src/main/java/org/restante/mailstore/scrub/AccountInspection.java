package org.restante.mailstore.scrub;

import static org.restante.inspection.InspectedObject.COUNT;
import static org.restante.inspection.InspectedObject.INDEX;
import static org.restante.inspection.InspectedObject.QUOTA;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.PartitionReader;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailstore.schema.AccountRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Schema;
import org.restante.message.StoredMessage;
import org.restante.refusal.NoSuchAccount;

/** One inspection of one account. */
final class AccountInspection {
  private static final int PAGE = 1_000;

  private final KeyValueEngine engine;
  private final long account;
  private final Findings findings = new Findings();
  private final Set<Long> messageIds = new HashSet<>();
  private Counters sum = Counters.ZERO;
  private long octetsDrift;
  private long messagesDrift;

  AccountInspection(KeyValueEngine engine, long account) {
    this.engine = engine;
    this.account = account;
  }

  Findings findings() {
    return findings;
  }

  long octetsDrift() {
    return octetsDrift;
  }

  long messagesDrift() {
    return messagesDrift;
  }

  void run() {
    try (PartitionSnapshot rows = engine.partition(account).snapshot()) {
      byte[] own = rows.get(Schema.accountKey());
      if (own == null) {
        throw new NoSuchAccount(String.valueOf(account));
      }
      AccountRow row = Codec.readAccount(own);
      List<MailboxRow> mailboxes = mailboxes(rows);
      names(mailboxes);
      for (MailboxRow mailbox : mailboxes) {
        sum = sum.plus(mailbox(rows, row, mailbox));
      }
      usage(row);
      changeLog(rows, row);
      Set<Long> known = new HashSet<>();
      mailboxes.forEach(mailbox -> known.add(mailbox.id()));
      known.addAll(retained(rows, row));
      orphans(rows, known);
    }
  }

  private void names(List<MailboxRow> mailboxes) {
    Set<Object> names = new HashSet<>();
    for (MailboxRow mailbox : mailboxes) {
      String where = account + "/" + mailbox.id();
      findings.check(COUNT, names.add(mailbox.name()), where, "name used twice", mailbox.name());
    }
  }

  /** What is retained owns its rows like any other; gives the ids of the mailboxes in it. */
  private Set<Long> retained(PartitionReader rows, AccountRow row) {
    RetainedRows retained = RetainedRows.of(rows);
    String where = String.valueOf(account);
    Counters kept = Counters.ZERO;
    for (MailboxRow mailbox : retained.mailboxes()) {
      kept = kept.plus(mailbox(rows, row, mailbox));
    }
    for (StoredMessage message : retained.messages()) {
      long id = message.messageId();
      findings.check(COUNT, messageIds.add(id), where, "message id used twice", id);
      findings.check(COUNT, id < row.nextMessageId(), where, "id above the counter", id);
      kept = kept.plus(new Counters(1, 0, 0, message.size()));
    }
    findings.compare(QUOTA, where, "octets retained", retained.usage().octets(), kept.octets());
    findings.compare(QUOTA, where, "messages retained", retained.usage().messages(), kept.exists());
    retained
        .unreadMessages()
        .forEach(
            id -> findings.check(INDEX, false, where, "unreadable row of retained message", id));
    messageIds.addAll(retained.unreadMessages());
    retained
        .unreadMailboxes()
        .forEach(
            id -> findings.check(INDEX, false, where, "unreadable row of retained mailbox", id));
    Set<Long> mailboxes = new HashSet<>(retained.unreadMailboxes());
    retained.mailboxes().forEach(mailbox -> mailboxes.add(mailbox.id()));
    return mailboxes;
  }

  private Counters mailbox(PartitionReader rows, AccountRow row, MailboxRow mailbox) {
    String where = account + "/" + mailbox.id();
    boolean below = mailbox.id() < row.nextMailboxId();
    findings.check(COUNT, below, where, "mailbox id above the counter", mailbox.id());
    long modSeq = mailbox.highestModSeq();
    findings.check(COUNT, modSeq <= row.modSeq(), where, "MODSEQ above the account's", modSeq);
    MailboxInspection inspection =
        new MailboxInspection(
            engine.blobs(), engine.partition(account), rows, findings, where, mailbox);
    Counters counted = inspection.run(messageIds, row.nextMessageId());
    findings.compare(COUNT, where, "exists", mailbox.counters().exists(), counted.exists());
    findings.compare(COUNT, where, "unseen", mailbox.counters().unseen(), counted.unseen());
    findings.compare(COUNT, where, "deleted", mailbox.counters().deleted(), counted.deleted());
    findings.compare(COUNT, where, "octets", mailbox.counters().octets(), counted.octets());
    return counted;
  }

  private void usage(AccountRow row) {
    String where = String.valueOf(account);
    findings.compare(QUOTA, where, "octets used", row.octets(), sum.octets());
    findings.compare(QUOTA, where, "messages used", row.messages(), sum.exists());
    octetsDrift = row.octets() - sum.octets();
    messagesDrift = row.messages() - sum.exists();
  }

  private void changeLog(PartitionReader rows, AccountRow row) {
    scan(
        rows,
        Schema.changes(),
        key -> {
          long modSeq = Schema.number(key);
          boolean below = modSeq <= row.modSeq();
          findings.check(COUNT, below, String.valueOf(account), "change above MODSEQ", modSeq);
        });
  }

  /** Rows of mailboxes that are not there, unless they are being removed; rows of no message. */
  private void orphans(PartitionReader rows, Set<Long> known) {
    Set<Long> removing = new HashSet<>();
    scan(rows, Schema.doomed(), key -> removing.add(Schema.number(key)));
    if (!removing.isEmpty()) {
      return;
    }
    scan(
        rows,
        Schema.allMessages(),
        key -> {
          long mailbox = Schema.number(key);
          findings.check(INDEX, known.contains(mailbox), account + "/" + mailbox, "no mailbox", "");
        });
    scan(
        rows,
        Schema.structures(),
        key -> {
          long message = Schema.number(key);
          boolean used = messageIds.contains(message);
          findings.check(INDEX, used, String.valueOf(account), "structure of no message", message);
        });
  }

  private static List<MailboxRow> mailboxes(PartitionReader rows) {
    List<MailboxRow> mailboxes = new ArrayList<>();
    rows.scan(
        Schema.mailboxes(),
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> mailboxes.add(Codec.readMailbox(key, value)));
    return mailboxes;
  }

  private static void scan(PartitionReader rows, KeyRange range, KeySeen seen) {
    KeyRange rest = range;
    int visited = PAGE;
    while (visited == PAGE) {
      byte[][] last = {new byte[0]};
      visited =
          rows.scan(
              rest,
              Order.ASCENDING,
              PAGE,
              (key, value) -> {
                last[0] = new byte[key.remaining()];
                key.duplicate().get(last[0]);
                seen.key(key);
                return true;
              });
      rest = rest.after(last[0]);
    }
  }

  @FunctionalInterface
  private interface KeySeen {
    void key(ByteBuffer key);
  }
}
