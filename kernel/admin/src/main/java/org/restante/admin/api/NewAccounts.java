package org.restante.admin.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.QuotaLimits;
import org.restante.admin.http.Refusal;

/**
 * Accounts to create, all or none.
 *
 * @param directory where
 * @param addresses each once
 */
record NewAccounts(AccountDirectory directory, List<String> addresses) {

  /** Before a password is hashed for nothing. */
  void checkFree() {
    Set<String> seen = new HashSet<>();
    for (String address : addresses) {
      if (!seen.add(address.toLowerCase(Locale.ROOT))) {
        throw new Refusal(400, address + " is there twice");
      }
      if (directory.findByLogin(address).isPresent()) {
        throw new Refusal(409, "there is an account " + address + " already");
      }
    }
  }

  /** The addresses of the accounts that are there now. */
  List<String> create(String credential, Optional<QuotaLimits> quota) {
    List<Account> created = new ArrayList<>();
    try {
      for (String address : addresses) {
        created.add(
            quota.isPresent()
                ? directory.create(address, credential, quota.get())
                : directory.create(address, credential));
      }
    } catch (RuntimeException failure) {
      created.forEach(account -> directory.delete(account.id()));
      throw failure;
    }
    return created.stream().map(Account::address).toList();
  }
}
