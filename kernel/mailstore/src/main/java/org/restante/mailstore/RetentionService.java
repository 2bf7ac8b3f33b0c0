package org.restante.mailstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mime.MimeIndex;
import org.restante.retention.RetainedAccount;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.RetainedMessage;
import org.restante.retention.Retention;

/** What the mail store retains as a service. */
@Component(service = Retention.class)
public final class RetentionService implements Retention {
  private final Retention retention;

  /** What this store retains. */
  @Activate
  public RetentionService(@Reference EngineMailStore store) {
    this.retention = store.retention();
  }

  @Override
  public void messages(AccountId account, Predicate<RetainedMessage> visitor) {
    retention.messages(account, visitor);
  }

  @Override
  public Optional<MimeIndex> index(AccountId account, long message) {
    return retention.index(account, message);
  }

  @Override
  public Set<Long> restore(AccountId account, Set<Long> messages) {
    return retention.restore(account, messages);
  }

  @Override
  public List<RetainedMailbox> mailboxes(AccountId account) {
    return retention.mailboxes(account);
  }

  @Override
  public Mailbox restoreMailbox(AccountId account, long mailbox, MailboxName name) {
    return retention.restoreMailbox(account, mailbox, name);
  }

  @Override
  public List<RetainedAccount> accounts() {
    return retention.accounts();
  }

  @Override
  public Account restoreAccount(AccountId account) {
    return retention.restoreAccount(account);
  }

  @Override
  public void purge(AccountId account, Instant before) {
    retention.purge(account, before);
  }

  @Override
  public void purgeAccount(AccountId account) {
    retention.purgeAccount(account);
  }
}
