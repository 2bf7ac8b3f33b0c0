package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.StoreRepair;

/** {@code /damage}: the letters that are known not to be whole. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/damage")
public final class DamagePage extends Resource {

  private final AccountDirectory accounts;
  private final StoreRepair repair;

  /** Over the services it uses. */
  @Activate
  public DamagePage(@Reference AccountDirectory accounts, @Reference StoreRepair repair) {
    this.accounts = accounts;
    this.repair = repair;
  }

  @Override
  protected Answer answer(Request request) {
    if (!request.shape().equals("GET")) {
      return unknown(request);
    }
    List<Map<String, Object>> letters = repair.damaged().stream().map(this::row).toList();
    return Answer.ok(Map.of("letters", letters));
  }

  private Map<String, Object> row(DamagedLetter letter) {
    return Map.of(
        "account", address(letter.account()),
        "mailbox", letter.mailbox(),
        "uid", letter.uid(),
        "lost", letter.loss().name());
  }

  private String address(AccountId id) {
    return accounts.find(id).map(Account::address).orElse(String.valueOf(id.value()));
  }
}
