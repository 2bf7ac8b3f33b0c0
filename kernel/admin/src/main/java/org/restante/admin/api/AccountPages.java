package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.Authenticator;
import org.restante.account.QuotaLimits;
import org.restante.account.QuotaUsage;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.mailbox.MailStore;

/** {@code /accounts}. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/accounts")
public final class AccountPages extends Resource {

  private final AccountDirectory accounts;
  private final Authenticator authenticator;
  private final MailStore store;

  /** Over the services it shows. */
  @Activate
  public AccountPages(
      @Reference AccountDirectory accounts,
      @Reference Authenticator authenticator,
      @Reference MailStore store) {
    this.accounts = accounts;
    this.authenticator = authenticator;
    this.store = store;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape("password", "quota", "enabled", "messages")) {
      case "GET" -> Answer.ok(accounts.list().stream().map(this::show).toList());
      case "GET *" -> Answer.ok(show(named(request)));
      case "POST" -> create(request.json());
      case "DELETE *" -> delete(named(request));
      case "PUT * password" -> setPassword(named(request), request.json());
      case "PUT * quota" -> setQuota(named(request), request.json());
      case "PUT * enabled" -> setEnabled(named(request), request.json());
      case "POST * messages" -> new Upload(store).into(named(request), request);
      default -> unknown(request);
    };
  }

  private Account named(Request request) {
    String address = request.path().getFirst();
    return accounts
        .findByLogin(address)
        .orElseThrow(() -> new Refusal(404, "there is no account " + address));
  }

  private Answer create(Map<String, Object> body) {
    List<String> addresses = Fields.texts(body, "addresses");
    QuotaLimits quota =
        new QuotaLimits(
            Fields.limit(body, "quotaOctets"), Fields.limit(body, "quotaMessages"));
    for (String address : addresses) {
      if (accounts.findByLogin(address).isPresent()) {
        throw new Refusal(409, "there is an account " + address + " already");
      }
    }
    String credential = authenticator.hash(Fields.text(body, "password"));
    List<String> created = new ArrayList<>();
    for (String address : addresses) {
      created.add(accounts.create(address, credential, quota).address());
    }
    return new Answer(201, Map.of("created", created));
  }

  private Answer delete(Account account) {
    accounts.delete(account.id());
    return Answer.done();
  }

  private Answer setPassword(Account account, Map<String, Object> body) {
    authenticator.setPassword(account.id(), Fields.text(body, "password"));
    return Answer.done();
  }

  private Answer setQuota(Account account, Map<String, Object> body) {
    accounts.setQuota(
        account.id(),
        new QuotaLimits(Fields.limit(body, "octets"), Fields.limit(body, "messages")));
    return Answer.done();
  }

  private Answer setEnabled(Account account, Map<String, Object> body) {
    accounts.setEnabled(account.id(), Boolean.TRUE.equals(body.get("enabled")));
    return Answer.done();
  }

  private Map<String, @Nullable Object> show(Account account) {
    QuotaUsage usage = store.usage(account.id());
    Map<String, @Nullable Object> quota = new HashMap<>();
    quota.put("octets", Fields.orNull(account.quota().octets()));
    quota.put("messages", Fields.orNull(account.quota().messages()));
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("address", account.address());
    shown.put("id", account.id().value());
    shown.put("enabled", account.enabled());
    shown.put("quota", quota);
    shown.put("usage", Map.of("octets", usage.octets(), "messages", usage.messages()));
    return shown;
  }
}
