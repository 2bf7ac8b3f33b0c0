package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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
      case "PUT * password" -> passwords().set(named(request), request.json());
      case "DELETE * password" -> passwords().remove(named(request));
      case "GET * app-passwords" -> passwords().list(named(request));
      case "POST * app-passwords" -> passwords().issue(named(request), request.json());
      case "DELETE * app-passwords *" -> passwords().revoke(named(request), third(request));
      case "POST * aliases" -> addAlias(named(request), request.json());
      case "DELETE * aliases *" -> removeAlias(named(request), third(request));
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

  private static String third(Request request) {
    return request.path().get(2);
  }

  private PasswordPages passwords() {
    return new PasswordPages(accounts, authenticator);
  }

  private Answer addAlias(Account account, Fields body) {
    String alias = body.text("address");
    if (accounts.findByLogin(alias).isPresent()) {
      throw new Refusal(409, "the address " + alias + " is taken");
    }
    return new Answer(201, Map.of("address", accounts.addAlias(account.id(), alias)));
  }

  private Answer removeAlias(Account account, String alias) {
    if (!accounts.removeAlias(account.id(), alias)) {
      throw new Refusal(404, alias + " is no alias of " + account.address());
    }
    return Answer.done();
  }

  private Answer create(Fields body) {
    boolean ownQuota = body.mentions("quotaOctets") || body.mentions("quotaMessages");
    Optional<QuotaLimits> quota =
        ownQuota
            ? Optional.of(Limits.read(body, "quotaOctets", "quotaMessages"))
            : Optional.empty();
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

  private Answer setQuota(Account account, Fields body) {
    if (body.has("default") && body.flag("default")) {
      accounts.inheritQuota(account.id());
    } else {
      accounts.setQuota(account.id(), Limits.read(body, "octets", "messages"));
    }
    return Answer.done();
  }

  private Answer setEnabled(Account account, Fields body) {
    accounts.setEnabled(account.id(), body.flag("enabled"));
    return Answer.done();
  }

  private Map<String, Object> show(Account account) {
    QuotaUsage usage = store.usage(account.id());
    Map<String, @Nullable Object> quota = Limits.show(account.quota());
    quota.put("default", !account.ownQuota());
    return Map.of(
        "address", account.address(),
        "aliases", account.aliases(),
        "id", account.id().value(),
        "enabled", account.enabled(),
        "quota", quota,
        "usage", Map.of("octets", usage.octets(), "messages", usage.messages()));
  }
}
