package org.restante.testkit.account;

import java.net.InetAddress;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Granted;
import org.restante.account.Authentication.Reason;
import org.restante.account.Authenticator;
import org.restante.refusal.StoreUnavailable;

/** Compares a password with the stored text. Thread-safe. */
public final class PlainAuthenticator implements Authenticator {
  private final AccountDirectory accounts;

  /** Over these accounts. */
  public PlainAuthenticator(AccountDirectory accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(String login, String password, InetAddress peer) {
    try {
      return accounts
          .findByLogin(login)
          .filter(account -> accounts.credential(account.id()).stream().anyMatch(password::equals))
          .map(PlainAuthenticator::admit)
          .orElseGet(() -> new Denied(Reason.INVALID_CREDENTIALS));
    } catch (StoreUnavailable e) {
      return new Denied(Reason.UNAVAILABLE);
    }
  }

  @Override
  public void setPassword(AccountId account, String password) {
    accounts.setCredential(account, hash(password));
  }

  @Override
  public String hash(String password) {
    return password;
  }

  private static Authentication admit(Account account) {
    return account.enabled() ? new Granted(account) : new Denied(Reason.DISABLED);
  }
}
