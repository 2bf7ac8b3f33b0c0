package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Lines;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.inspection.Finding;
import org.restante.inspection.StoreInspection;
import org.restante.inspection.StoreRepair;
import org.restante.mail.MailStore;

/** {@code /inspect}: counters, quota and references compared with the rows, and repaired. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/inspect")
public final class InspectPage extends Resource {

  private final AccountDirectory accounts;
  private final MailStore store;
  private final StoreInspection inspection;
  private final StoreRepair repair;

  /** Over the services it uses. */
  @Activate
  public InspectPage(
      @Reference AccountDirectory accounts,
      @Reference MailStore store,
      @Reference StoreInspection inspection,
      @Reference StoreRepair repair) {
    this.accounts = accounts;
    this.store = store;
    this.inspection = inspection;
    this.repair = repair;
  }

  @Override
  protected Answer answer(Request request) {
    return switch (request.shape()) {
      case "GET" -> Answer.ok(found(asked(request), inspection::inspect));
      case "POST" -> repaired(request);
      default -> unknown(request);
    };
  }

  private Answer repaired(Request request) {
    if (!request.parameter("repair").equals(Optional.of("true"))) {
      throw new Refusal(400, "a POST repairs: say repair=true");
    }
    List<Account> asked = asked(request);
    return Answer.ok((Lines) sink -> repair(asked, sink));
  }

  private void repair(List<Account> asked, Lines.Sink sink) {
    long total = asked.stream().mapToLong(account -> store.usage(account.id()).octets()).sum();
    RepairLines read = new RepairLines(total, sink);
    sink.line(found(asked, account -> repair.repair(account, read)));
  }

  private static Map<String, Object> found(
      List<Account> asked, Function<AccountId, List<Finding>> look) {
    List<Map<String, Object>> findings = new ArrayList<>();
    for (Account account : asked) {
      look.apply(account.id())
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
    return Map.of("findings", findings, "checked", asked.size());
  }

  private List<Account> asked(Request request) {
    return request.parameter("address").map(this::named).orElseGet(accounts::list);
  }

  private List<Account> named(String address) {
    return List.of(
        accounts
            .findByLogin(address)
            .orElseThrow(() -> new Refusal(404, "there is no account " + address)));
  }
}
