package org.restante.admin.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.account.Authenticator;
import org.restante.account.QuotaLimits;
import org.restante.account.QuotaUsage;
import org.restante.mail.MailStore;

/** Accounts in the shell. */
@Component(
    service = AccountCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=accounts",
      CommandProcessor.COMMAND_FUNCTION + "=accountAdd",
      CommandProcessor.COMMAND_FUNCTION + "=accountPassword",
      CommandProcessor.COMMAND_FUNCTION + "=accountQuota",
      CommandProcessor.COMMAND_FUNCTION + "=accountEnable",
      CommandProcessor.COMMAND_FUNCTION + "=accountDisable",
      CommandProcessor.COMMAND_FUNCTION + "=accountDelete",
      CommandProcessor.COMMAND_FUNCTION + "=aliasAdd",
      CommandProcessor.COMMAND_FUNCTION + "=aliasRemove",
      CommandProcessor.COMMAND_FUNCTION + "=appPasswords",
      CommandProcessor.COMMAND_FUNCTION + "=appPasswordAdd",
      CommandProcessor.COMMAND_FUNCTION + "=appPasswordRevoke"
    })
public final class AccountCommands {

  private final AccountDirectory directory;
  private final Authenticator authenticator;
  private final MailStore store;

  /** Over the services that the pages use. */
  @Activate
  public AccountCommands(
      @Reference AccountDirectory directory,
      @Reference Authenticator authenticator,
      @Reference MailStore store) {
    this.directory = directory;
    this.authenticator = authenticator;
    this.store = store;
  }

  /** {@code accounts}. */
  @Descriptor("lists the accounts with what they use")
  public String accounts() {
    Grid grid = new Grid("ADDRESS", "ID", "STATE", "MESSAGES", "OCTETS", "QUOTA");
    for (Account account : directory.list()) {
      QuotaUsage usage = store.usage(account.id());
      grid.add(
          account.address(),
          account.id().value(),
          account.enabled() ? "enabled" : "disabled",
          usage.messages(),
          usage.octets(),
          account.quota().octets() == QuotaLimits.UNLIMITED ? "-" : account.quota().octets());
    }
    return grid.toString();
  }

  /** {@code accountAdd ADDRESS PASSWORD}. */
  @Descriptor("creates an account with the quota of its domain")
  public String accountAdd(
      @Descriptor("local@domain, or local in the default domain") String address,
      @Descriptor("its password") String password) {
    return directory.create(address, authenticator.hash(password)).address();
  }

  /** {@code accountPassword ADDRESS PASSWORD}. */
  @Descriptor("sets a new password; the old one stops working at once")
  public void accountPassword(String address, String password) {
    authenticator.setPassword(named(address), password);
  }

  /** {@code accountQuota ADDRESS OCTETS MESSAGES}. */
  @Descriptor("sets the quota; -1 for no limit")
  public void accountQuota(String address, long octets, long messages) {
    directory.setQuota(named(address), new QuotaLimits(limit(octets), limit(messages)));
  }

  /** {@code accountEnable ADDRESS}. */
  @Descriptor("lets an account log in")
  public void accountEnable(String address) {
    directory.setEnabled(named(address), true);
  }

  /** {@code accountDisable ADDRESS}. */
  @Descriptor("lets an account log in no more; it still gets mail")
  public void accountDisable(String address) {
    directory.setEnabled(named(address), false);
  }

  /** {@code accountDelete ADDRESS}. */
  @Descriptor("deletes an account and its mail")
  public void accountDelete(String address) {
    directory.delete(named(address));
  }

  /** {@code aliasAdd ADDRESS ALIAS}. */
  @Descriptor("gives an account another address")
  public String aliasAdd(String address, String alias) {
    return directory.addAlias(named(address), alias);
  }

  /** {@code aliasRemove ADDRESS ALIAS}. */
  @Descriptor("takes an alias back")
  public void aliasRemove(String address, String alias) {
    if (!directory.removeAlias(named(address), alias)) {
      throw new IllegalArgumentException(alias + " is no alias of " + address);
    }
  }

  /** {@code appPasswords ADDRESS}. */
  @Descriptor("lists the application passwords of an account")
  public String appPasswords(String address) {
    Grid grid = new Grid("ID", "CREATED", "LABEL");
    directory
        .applicationPasswords(named(address))
        .forEach(entry -> grid.add(entry.id(), entry.created(), entry.label()));
    return grid.toString();
  }

  /** {@code appPasswordAdd ADDRESS LABEL}. */
  @Descriptor("makes an application password and shows it, this once")
  public String appPasswordAdd(String address, String label) {
    return authenticator.issue(named(address), label).password();
  }

  /** {@code appPasswordRevoke ADDRESS ID}. */
  @Descriptor("takes an application password back")
  public void appPasswordRevoke(String address, String id) {
    if (!directory.revokeApplicationPassword(named(address), id)) {
      throw new IllegalArgumentException("there is no application password " + id);
    }
  }

  private AccountId named(String address) {
    return directory
        .findByLogin(address)
        .map(Account::id)
        .orElseThrow(() -> new IllegalArgumentException("there is no account " + address));
  }

  private static long limit(long typed) {
    return typed < 0 ? QuotaLimits.UNLIMITED : typed;
  }
}
