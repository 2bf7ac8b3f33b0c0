package org.restante.imap.quota;

import java.util.List;
import java.util.Set;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.imap.extension.Standing;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Refused;
import org.restante.imap.settings.ImapSettings;
import org.restante.refusal.NoSuchAccount;

/**
 * Quota roots and who may see them. To somebody who may not, another's root looks like none.
 *
 * @rfc 9208 3.1
 */
public final class QuotaRoots {
  private QuotaRoots() {}

  /** Whether a client may see and set the quotas of all accounts. */
  static boolean isAdministrator(Conversation conversation) {
    return isAdministrator(
        conversation.settings(), conversation.services().accounts(), conversation.account());
  }

  private static boolean isAdministrator(
      ImapSettings settings, AccountDirectory accounts, AccountId id) {
    Set<String> administrators = settings.quotaAdministrators();
    return !administrators.isEmpty() && administrators.contains(own(accounts, id).address());
  }

  /** QUOTASET, for administrators. */
  public static List<String> capability(Standing standing) {
    return standing
        .account()
        .filter(id -> isAdministrator(standing.settings(), standing.accounts(), id))
        .map(id -> List.of("QUOTASET"))
        .orElse(List.of());
  }

  /** The client's own account. */
  static Account own(Conversation conversation) {
    return own(conversation.services().accounts(), conversation.account());
  }

  private static Account own(AccountDirectory accounts, AccountId id) {
    return accounts.find(id).orElseThrow(() -> new NoSuchAccount(Long.toString(id.value())));
  }

  /** The account of a root that a client may see. */
  static Account visible(Conversation conversation, String root) {
    Account own = own(conversation);
    if (root.equals(own.address())) {
      return own;
    }
    if (!isAdministrator(conversation)) {
      throw none();
    }
    return conversation
        .services()
        .accounts()
        .findByLogin(root)
        .filter(account -> account.address().equals(root))
        .orElseThrow(QuotaRoots::none);
  }

  private static Refused none() {
    return new Refused("NONEXISTENT", "There is no such quota root");
  }
}
