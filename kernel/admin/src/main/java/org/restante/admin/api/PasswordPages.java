package org.restante.admin.api;

import java.util.HashMap;
import java.util.Map;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.ApplicationPassword;
import org.restante.account.Authenticator;
import org.restante.account.IssuedPassword;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Fields;
import org.restante.admin.http.Refusal;

/** {@code /accounts/ADDRESS/password} and {@code /accounts/ADDRESS/app-passwords}. */
record PasswordPages(AccountDirectory accounts, Authenticator authenticator) {

  Answer set(Account account, Fields body) {
    authenticator.setPassword(account.id(), body.text("password"));
    return Answer.done();
  }

  /** Application passwords go on working. */
  Answer remove(Account account) {
    accounts.setCredential(account.id(), "");
    return Answer.done();
  }

  Answer list(Account account) {
    return Answer.ok(
        accounts.applicationPasswords(account.id()).stream().map(PasswordPages::show).toList());
  }

  /** The only answer that has the password itself. */
  Answer issue(Account account, Fields body) {
    IssuedPassword issued = authenticator.issue(account.id(), body.text("label"));
    Map<String, Object> shown = new HashMap<>(show(issued.entry()));
    shown.put("password", issued.password());
    return new Answer(201, shown);
  }

  Answer revoke(Account account, String id) {
    if (!accounts.revokeApplicationPassword(account.id(), id)) {
      throw new Refusal(404, "there is no application password " + id + " of " + account.address());
    }
    return Answer.done();
  }

  private static Map<String, Object> show(ApplicationPassword entry) {
    return Map.of("id", entry.id(), "label", entry.label(), "created", entry.created().toString());
  }
}
