package org.restante.testkit.account;

import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.Authentication;
import org.restante.account.Authentication.Denied;
import org.restante.account.Authentication.Granted;
import org.restante.account.Authentication.Reason;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.account.ScramLogin;
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
          .filter(account -> isOf(account.id(), password))
          .map(PlainAuthenticator::admit)
          .orElseGet(() -> new Denied(Reason.INVALID_CREDENTIALS));
    } catch (StoreUnavailable e) {
      return new Denied(Reason.UNAVAILABLE);
    }
  }

  @Override
  public boolean offersScram() {
    return true;
  }

  @Override
  public ScramLogin scram(String login, InetAddress peer) {
    return new PlainScram(accounts, login);
  }

  @Override
  public void setPassword(AccountId account, String password) {
    accounts.setCredential(account, hash(password));
  }

  @Override
  public IssuedPassword issue(AccountId account, String label) {
    String secret = "app-" + UUID.randomUUID();
    ApplicationPassword entry =
        new ApplicationPassword(secret.substring(4, 12), label, Instant.EPOCH);
    accounts.addApplicationPassword(account, entry, hash(secret));
    return new IssuedPassword(entry, secret);
  }

  @Override
  public String hash(String password) {
    return password;
  }

  private boolean isOf(AccountId account, String password) {
    return passwords(accounts, account).anyMatch(password::equals);
  }

  static Stream<String> passwords(AccountDirectory accounts, AccountId account) {
    return Stream.concat(
        accounts.credential(account).stream(),
        accounts.applicationPasswords(account).stream()
            .flatMap(entry -> accounts.applicationCredential(account, entry.id()).stream()));
  }

  static Authentication admit(Account account) {
    return account.enabled() ? new Granted(account) : new Denied(Reason.DISABLED);
  }
}
