package org.restante.mailstore.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.PartitionSnapshot;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailstore.account.AccountState;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.mutation.Restoring;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.mailstore.schema.Retained;
import org.restante.mailstore.schema.Schema;
import org.restante.mime.MimeIndex;
import org.restante.mime.stored.MimeIndexCodec;
import org.restante.retention.RetainedAccount;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.RetainedMessage;
import org.restante.retention.Retention;

/** What is retained, in the rows of accounts and of the directory. */
public final class StoredRetention implements Retention {
  private final EngineGate gate;
  private final StoredAccounts accounts;

  public StoredRetention(EngineGate gate, StoredAccounts accounts) {
    this.gate = gate;
    this.accounts = accounts;
  }

  @Override
  public void messages(AccountId account, Predicate<RetainedMessage> visitor) {
    gate.call(
        open -> {
          AccountState state = open.account(account);
          try (PartitionSnapshot rows = state.partition().snapshot()) {
            RowPages.latestFirst(rows, Schema.retained(), row -> shown(row, visitor));
          }
          return account;
        });
  }

  @Override
  public Optional<MimeIndex> index(AccountId account, long message) {
    byte[] stored =
        gate.call(open -> open.account(account).partition().get(Schema.structureKey(message)));
    return Optional.ofNullable(stored).map(MimeIndexCodec::decode);
  }

  @Override
  public Set<Long> restore(AccountId account, Set<Long> messages) {
    return gate.call(
        open ->
            open.write(account, Durability.SYNC, commit -> Restoring.messages(commit, messages)));
  }

  @Override
  public List<RetainedMailbox> mailboxes(AccountId account) {
    return gate.call(
        open -> {
          List<RetainedMailbox> mailboxes = new ArrayList<>();
          RowPages.visit(
              open.account(account).partition(),
              Schema.gone(),
              page ->
                  page.forEach(
                      row -> readable(row, StoredRetention::mailbox).ifPresent(mailboxes::add)));
          mailboxes.sort(Comparator.comparing(RetainedMailbox::removed).reversed());
          return List.copyOf(mailboxes);
        });
  }

  @Override
  public Mailbox restoreMailbox(AccountId account, long mailbox, MailboxName name) {
    return gate.call(
            open ->
                open.write(
                    account, Durability.SYNC, commit -> Restoring.mailbox(commit, mailbox, name)))
        .mailbox(account);
  }

  @Override
  public List<RetainedAccount> accounts() {
    return accounts.retained();
  }

  @Override
  public Account restoreAccount(AccountId account) {
    return accounts.restore(account);
  }

  @Override
  public void purge(AccountId account, Instant before) {
    long second = before.getEpochSecond();
    gate.call(
        open -> {
          Purge.account(open, account, second, second, count -> {});
          return account;
        });
  }

  @Override
  public void purgeAccount(AccountId account) {
    accounts.purge(account, count -> {});
  }

  private static boolean shown(RowPages.Row row, Predicate<RetainedMessage> visitor) {
    return readable(row, StoredRetention::message).map(visitor::test).orElse(true);
  }

  /** One that can't be read is mended by a repair, and keeps nobody from the others. */
  private static <T> Optional<T> readable(RowPages.Row row, Function<RowPages.Row, T> reading) {
    try {
      return Optional.of(reading.apply(row));
    } catch (DamagedRow e) {
      return Optional.empty();
    }
  }

  private static RetainedMessage message(RowPages.Row row) {
    Retained.Message kept = Retained.readMessage(row.key(), row.value());
    return new RetainedMessage(
        kept.message().messageId(),
        kept.mailbox(),
        kept.message().uid(),
        kept.flags(),
        kept.message().size(),
        kept.message().internalDate(),
        Instant.ofEpochSecond(kept.second()));
  }

  private static RetainedMailbox mailbox(RowPages.Row row) {
    Retained.Mailbox gone = Retained.readMailbox(row.key(), row.value());
    return new RetainedMailbox(
        gone.row().id(),
        gone.row().name(),
        gone.row().uidValidity(),
        gone.row().counters().exists(),
        gone.row().counters().octets(),
        Instant.ofEpochSecond(gone.second()));
  }
}
