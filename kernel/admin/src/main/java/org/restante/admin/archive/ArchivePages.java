package org.restante.admin.archive;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;

/** {@code /archives}: an account's mail, out and in. */
@Component(service = HttpHandler.class, property = "restante.http.path=" + ArchivePages.PATH)
public final class ArchivePages extends Resource {

  /** Where it is mounted. */
  static final String PATH = "/api/v1/archives";

  private final AccountDirectory accounts;
  private final MailStore store;
  private final ExactImport exact;

  /** Over the services it uses. */
  @Activate
  public ArchivePages(
      @Reference AccountDirectory accounts,
      @Reference MailStore store,
      @Reference ExactImport exact) {
    this.accounts = accounts;
    this.store = store;
    this.exact = exact;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET *" -> export(named(request), request);
      case "POST *" -> Answer.ok(new Import(store, exact, named(request)).read(request.body()));
      default -> unknown(request);
    };
  }

  private Answer export(Account account, Request request) {
    Place after = request.parameter("after").map(Place::parse).orElse(Place.START);
    return new Answer(200, (Answer.Stream) new Export(store, account, after)::writeTo);
  }

  private Account named(Request request) {
    String address = request.path().getFirst();
    return accounts
        .findByLogin(address)
        .orElseThrow(() -> new Refusal(404, "there is no account " + address));
  }
}
