package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
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
import org.restante.admin.http.Fields;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.mail.MailStore;

/** {@code /accounts}. */
@Component(service = HttpHandler.class, property = "restante.http.path=" + AccountPages.PATH)
public final class AccountPages extends Resource {

  /** Where it is mounted. */
  static final String PATH = "/api/v1/accounts";

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
    return switch (request.shape()) {
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

  private Answer create(Fields body) {
    QuotaLimits quota = limits(body, "quotaOctets", "quotaMessages");
    NewAccounts created = new NewAccounts(accounts, body.texts("addresses"));
    created.checkFree();
    String credential =
        body.has("credential")
            ? checkedCredential(body.text("credential"))
            : authenticator.hash(body.text("password"));
    return new Answer(201, Map.of("created", created.create(credential, quota)));
  }

  /** Hashes of another server come along when accounts move here. */
  private static String checkedCredential(String credential) {
    if (!credential.startsWith("$argon2id$")) {
      throw new Refusal(400, "a credential is an Argon2id hash in PHC form, $argon2id$v=19$…");
    }
    return credential;
  }

  private Answer delete(Account account) {
    accounts.delete(account.id());
    return Answer.done();
  }

  private Answer setPassword(Account account, Fields body) {
    authenticator.setPassword(account.id(), body.text("password"));
    return Answer.done();
  }

  private Answer setQuota(Account account, Fields body) {
    accounts.setQuota(account.id(), limits(body, "octets", "messages"));
    return Answer.done();
  }

  private Answer setEnabled(Account account, Fields body) {
    accounts.setEnabled(account.id(), body.flag("enabled"));
    return Answer.done();
  }

  private static QuotaLimits limits(Fields body, String octets, String messages) {
    Long mostOctets = body.number(octets);
    Long mostMessages = body.number(messages);
    return new QuotaLimits(
        mostOctets == null ? QuotaLimits.UNLIMITED : mostOctets,
        mostMessages == null ? QuotaLimits.UNLIMITED : mostMessages);
  }

  private static @Nullable Long orNull(long limit) {
    return limit == QuotaLimits.UNLIMITED ? null : limit;
  }

  private Map<String, @Nullable Object> show(Account account) {
    QuotaUsage usage = store.usage(account.id());
    Map<String, @Nullable Object> quota = new HashMap<>();
    quota.put("octets", orNull(account.quota().octets()));
    quota.put("messages", orNull(account.quota().messages()));
    return Map.of(
        "address", account.address(),
        "id", account.id().value(),
        "enabled", account.enabled(),
        "quota", quota,
        "usage", Map.of("octets", usage.octets(), "messages", usage.messages()));
  }
}
