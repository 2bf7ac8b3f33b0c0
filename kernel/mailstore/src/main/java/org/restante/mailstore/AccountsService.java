package org.restante.mailstore;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.ApplicationPassword;
import org.restante.account.QuotaLimits;

/** The accounts of the mail store as a service. */
@Component(service = AccountDirectory.class)
public final class AccountsService implements AccountDirectory {
  private final AccountDirectory accounts;

  /** The accounts of this store. */
  @Activate
  public AccountsService(@Reference EngineMailStore store) {
    this.accounts = store.accounts();
  }

  @Override
  public Account create(String address, String credential) {
    return accounts.create(address, credential);
  }

  @Override
  public Account create(String address, String credential, QuotaLimits quota) {
    return accounts.create(address, credential, quota);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return accounts.find(id);
  }

  @Override
  public Optional<Account> findByLogin(String login) {
    return accounts.findByLogin(login);
  }

  @Override
  public Optional<Account> findByAddress(String address) {
    return accounts.findByAddress(address);
  }

  @Override
  public List<Account> list() {
    return accounts.list();
  }

  @Override
  public Optional<String> credential(AccountId id) {
    return accounts.credential(id);
  }

  @Override
  public void setCredential(AccountId id, String credential) {
    accounts.setCredential(id, credential);
  }

  @Override
  public boolean replaceCredential(AccountId id, String expected, String credential) {
    return accounts.replaceCredential(id, expected, credential);
  }

  @Override
  public void addApplicationPassword(
      AccountId id, ApplicationPassword password, String credential) {
    accounts.addApplicationPassword(id, password, credential);
  }

  @Override
  public List<ApplicationPassword> applicationPasswords(AccountId id) {
    return accounts.applicationPasswords(id);
  }

  @Override
  public Optional<String> applicationCredential(AccountId id, String password) {
    return accounts.applicationCredential(id, password);
  }

  @Override
  public boolean revokeApplicationPassword(AccountId id, String password) {
    return accounts.revokeApplicationPassword(id, password);
  }

  @Override
  public String addAlias(AccountId id, String alias) {
    return accounts.addAlias(id, alias);
  }

  @Override
  public boolean removeAlias(AccountId id, String alias) {
    return accounts.removeAlias(id, alias);
  }

  @Override
  public void inheritQuota(AccountId id) {
    accounts.inheritQuota(id);
  }

  @Override
  public void setQuota(AccountId id, QuotaLimits quota) {
    accounts.setQuota(id, quota);
  }

  @Override
  public void setEnabled(AccountId id, boolean enabled) {
    accounts.setEnabled(id, enabled);
  }

  @Override
  public void delete(AccountId id) {
    accounts.delete(id);
  }
}
