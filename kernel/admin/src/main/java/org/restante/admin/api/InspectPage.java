package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.inspection.StoreInspection;

/** {@code /inspect}: counters, quota and references compared with the rows. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/inspect")
public final class InspectPage extends Resource {

  private final AccountDirectory accounts;
  private final StoreInspection inspection;

  /** Over the services it uses. */
  @Activate
  public InspectPage(@Reference AccountDirectory accounts, @Reference StoreInspection inspection) {
    this.accounts = accounts;
    this.inspection = inspection;
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.shape().equals("GET")) {
      return unknown(request);
    }
    List<Account> asked = request.parameter("address").map(this::named).orElseGet(accounts::list);
    List<Map<String, Object>> findings = new ArrayList<>();
    for (Account account : asked) {
      inspection
          .inspect(account.id())
          .forEach(
              finding ->
                  findings.add(
                      Map.of(
                          "account",
                          account.address(),
                          "object",
                          finding.object().name(),
                          "message",
                          finding.message())));
    }
    return Answer.ok(Map.of("findings", findings, "checked", asked.size()));
  }

  private List<Account> named(String address) {
    return List.of(
        accounts
            .findByLogin(address)
            .orElseThrow(() -> new Refusal(404, "there is no account " + address)));
  }
}
