package org.restante.mailstore.account;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.restante.account.AccountId;
import org.restante.mail.Change;
import org.restante.mail.ChangeListener;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxRef;

/** Who wants to hear of an account's commits. Outlives engines. */
public final class Watches {
  private final ConcurrentHashMap<AccountId, List<Registration>> registrations =
      new ConcurrentHashMap<>();

  /** Tells the listener of every commit until the watch is closed. */
  public Watch watch(AccountId account, ChangeListener listener) {
    Registration registration = new Registration(account, listener);
    registrations.compute(
        account,
        (id, before) -> {
          List<Registration> all = before == null ? new CopyOnWriteArrayList<>() : before;
          all.add(registration);
          return all;
        });
    return registration;
  }

  /** Called by the account's one writer after each commit. */
  void publish(AccountId account, List<Change> changes) {
    List<Registration> listening = registrations.getOrDefault(account, List.of());
    for (Change change : changes) {
      for (Registration registration : listening) {
        registration.words.add(change);
      }
    }
  }

  /** The account is gone with all its mailboxes. */
  public void deleted(AccountId account, List<Long> mailboxes, long modSeq) {
    long now = System.nanoTime();
    publish(
        account,
        mailboxes.stream()
            .map(id -> new Change(new MailboxRef(account, id), Change.Kind.DELETED, modSeq, now))
            .toList());
  }

  private void remove(Registration registration) {
    registrations.computeIfPresent(
        registration.account,
        (id, all) -> {
          all.remove(registration);
          return all.isEmpty() ? null : all;
        });
  }

  private final class Registration implements Watch {
    private final AccountId account;
    private final WordQueue words;

    Registration(AccountId account, ChangeListener listener) {
      this.account = account;
      this.words = new WordQueue(account, listener);
    }

    @Override
    public void close() {
      remove(this);
      words.close();
    }
  }
}
