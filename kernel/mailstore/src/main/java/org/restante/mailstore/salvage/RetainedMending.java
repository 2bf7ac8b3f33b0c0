package org.restante.mailstore.salvage;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.blob.BlobId;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.Partition;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.MailboxState;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.mutation.Mailboxes;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.ChangeRow;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Counters;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.LinkedMessage;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * Rows of retained mail that can't be read. The link of a message's content tells of it, so that
 * its row is written again, without its flags; where nothing tells of it, the row goes and takes
 * its structure and its link with it, so that the content is collected. A mailbox is counted again.
 */
public final class RetainedMending {
  private static final int SLICE = 200;

  private final OpenEngine open;
  private final AccountId account;
  private final Partition partition;
  private final Lost lost = new Lost();

  private RetainedMending(OpenEngine open, AccountId account) {
    this.open = open;
    this.account = account;
    this.partition = open.engine().partition(account.value());
  }

  /** Mends an account, and counts again what it retains; how many rows could not be read. */
  public static int run(OpenEngine open, AccountId account) {
    return new RetainedMending(open, account).run();
  }

  private int run() {
    List<byte[]> messages =
        unreadable(Schema.retained(), row -> Retained.readMessage(row.key(), row.value()));
    List<byte[]> mailboxes =
        unreadable(Schema.gone(), row -> Retained.readMailbox(row.key(), row.value()));
    Map<Long, Link> links = messages.isEmpty() ? Map.of() : links(messages);
    for (int from = 0; from < messages.size(); from += SLICE) {
      List<byte[]> slice = messages.subList(from, Math.min(from + SLICE, messages.size()));
      write(commit -> slice.forEach(key -> message(commit, key, links.get(id(key)))));
    }
    for (byte[] key : mailboxes) {
      write(commit -> mailbox(commit, key));
    }
    write(this::count);
    if (!mailboxes.isEmpty()) {
      new LossRecord(open.engine()).add(account, lost);
    }
    return messages.size() + mailboxes.size();
  }

  private void write(Consumer<Commit> change) {
    open.write(
        account,
        Durability.SYNC,
        commit -> {
          change.accept(commit);
          return account;
        });
  }

  private List<byte[]> unreadable(KeyRange range, Consumer<RowPages.Row> reading) {
    List<byte[]> keys = new ArrayList<>();
    RowPages.visit(
        partition,
        range,
        page ->
            page.stream()
                .filter(row -> !reads(row, reading))
                .forEach(row -> keys.add(row.octetsOfKey())));
    return keys;
  }

  private static boolean reads(RowPages.Row row, Consumer<RowPages.Row> reading) {
    try {
      reading.accept(row);
      return true;
    } catch (DamagedRow e) {
      return false;
    }
  }

  private static long id(byte[] key) {
    return Schema.second(ByteBuffer.wrap(key));
  }

  private Map<Long, Link> links(List<byte[]> keys) {
    Map<Long, byte[]> wanted = new HashMap<>();
    keys.forEach(key -> wanted.put(id(key), key));
    Map<Long, Link> found = new HashMap<>();
    open.engine()
        .blobs()
        .links(
            (blob, owning, owner, about) -> {
              if (owning == account.value() && wanted.containsKey(owner)) {
                found.put(owner, new Link(blob, about));
              }
              return found.size() < wanted.size();
            });
    return found;
  }

  /** Nothing writes such a row again, so that it is as it was found, or restored or purged. */
  private void message(Commit commit, byte[] key, @Nullable Link link) {
    if (partition.get(key) == null) {
      return;
    }
    LinkedMessage linked = link == null ? null : linked(link, id(key));
    if (linked != null) {
      Retained.Message row =
          new Retained.Message(
              Schema.number(ByteBuffer.wrap(key)),
              linked.mailbox(),
              name(commit, linked.mailbox()),
              linked.message(),
              Flags.NONE);
      commit.batch().put(key, Retained.write(row));
      return;
    }
    commit.batch().delete(key).delete(Schema.structureKey(id(key)));
    if (link != null) {
      commit.batch().unlink(link.blob, id(key));
    }
  }

  private static @Nullable LinkedMessage linked(Link link, long message) {
    try {
      return Codec.readAbout(link.blob, message, link.about);
    } catch (DamagedRow e) {
      return null;
    }
  }

  private MailboxName name(Commit commit, long mailbox) {
    MailboxState there = commit.state().mailboxes().find(mailbox);
    return there == null ? recovered(mailbox) : there.row().name();
  }

  private MailboxName recovered(long mailbox) {
    return new MailboxName(List.of("Recovered " + account.value() + "-" + mailbox));
  }

  /** Its messages are where they were; its name is lost, and what clients knew of it. */
  private void mailbox(Commit commit, byte[] key) {
    if (partition.get(key) == null) {
      return;
    }
    long id = Schema.number(ByteBuffer.wrap(key));
    long uidValidity = Mailboxes.uidValidity(commit.account().lastUidValidity());
    commit.account(commit.account().withUidValidity(uidValidity));
    commit.log(0, ChangeRow.Kind.MAILBOX, UidSet.EMPTY);
    MailboxRow anew =
        MailboxRow.created(id, recovered(id), Optional.empty(), uidValidity, commit.modSeq());
    MailboxMending mending = new MailboxMending(partition, anew, lost);
    mending.run();
    MailboxRow row =
        anew.changed(mending.modSeq(), mending.uidNext(), mending.counted())
            .logged(mending.modSeq(), mending.expungedRows());
    commit
        .batch()
        .put(key, Retained.write(new Retained.Mailbox(Instant.now().getEpochSecond(), row)));
  }

  private void count(Commit commit) {
    Counters[] sum = {Counters.ZERO};
    RowPages.visit(
        partition,
        Schema.retained(),
        page ->
            page.forEach(
                row -> {
                  long size = Retained.readMessage(row.key(), row.value()).message().size();
                  sum[0] = sum[0].plus(new Counters(1, 0, 0, size));
                }));
    RowPages.visit(
        partition,
        Schema.gone(),
        page ->
            page.forEach(
                row ->
                    sum[0] =
                        sum[0].plus(
                            Retained.readMailbox(row.key(), row.value()).row().counters())));
    Retained.Usage kept = commit.state().retained();
    long octets = sum[0].octets() - kept.octets();
    long messages = sum[0].exists() - kept.messages();
    if (octets != 0 || messages != 0) {
      commit.retain(octets, messages);
      commit.log(0, ChangeRow.Kind.MAILBOX, UidSet.EMPTY); // a commit without a row is none
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  private record Link(BlobId blob, byte[] about) {}
}
