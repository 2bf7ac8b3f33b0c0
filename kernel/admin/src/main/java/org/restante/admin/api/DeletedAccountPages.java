package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.retention.RetainedAccount;
import org.restante.retention.Retention;

/** {@code /deleted-accounts}: by number, since an address may have been deleted more than once. */
@Component(service = HttpHandler.class, property = "restante.http.path=" + DeletedAccountPages.PATH)
public final class DeletedAccountPages extends Resource {

  /** Where it is mounted. */
  static final String PATH = "/api/v1/deleted-accounts";

  private final Retention retention;

  /** Over the service it shows. */
  @Activate
  public DeletedAccountPages(@Reference Retention retention) {
    this.retention = retention;
  }

  @Override
  protected Answer answer(Request request) {
    return switch (request.shape()) {
      case "GET" ->
          Answer.ok(retention.accounts().stream().map(DeletedAccountPages::show).toList());
      case "POST *" -> restore(named(request));
      case "DELETE *" -> purge(named(request));
      default -> unknown(request);
    };
  }

  private RetainedAccount named(Request request) {
    String id = request.path().getFirst();
    return retention.accounts().stream()
        .filter(account -> String.valueOf(account.id().value()).equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "there is no deleted account of number " + id));
  }

  private Answer restore(RetainedAccount account) {
    return Answer.ok(Map.of("address", retention.restoreAccount(account.id()).address()));
  }

  private Answer purge(RetainedAccount account) {
    retention.purgeAccount(account.id());
    return Answer.done();
  }

  private static Map<String, Object> show(RetainedAccount account) {
    return Map.of(
        "id", account.id().value(),
        "address", account.address(),
        "removed", account.removed().toString());
  }
}
