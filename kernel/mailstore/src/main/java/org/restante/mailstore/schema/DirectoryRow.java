package org.restante.mailstore.schema;

import org.restante.account.Account;
import org.restante.account.AccountId;
import org.restante.account.QuotaLimits;

/** An account as the directory knows it; its number is in the key. */
public record DirectoryRow(String address, QuotaLimits quota, boolean enabled) {

  /** As the account seam shows it. */
  public Account account(long id) {
    return new Account(new AccountId(id), address, quota, enabled);
  }
}
