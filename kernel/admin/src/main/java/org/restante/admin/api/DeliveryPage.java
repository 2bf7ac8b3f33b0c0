package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.DeliveryOutcome.Delivered;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.message.MessageDraft;

/** {@code /deliveries}: one letter for many recipients, each with an outcome of its own. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/deliveries")
public final class DeliveryPage extends Resource {

  private static final int MOST_RECIPIENTS = 1_000;

  private final AccountDirectory accounts;
  private final MailStore store;

  /** Over the services it uses. */
  @Activate
  public DeliveryPage(@Reference AccountDirectory accounts, @Reference MailStore store) {
    this.accounts = accounts;
    this.store = store;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    if (!request.shape().equals("POST")) {
      return unknown(request);
    }
    List<String> addresses = request.parameters("to");
    if (addresses.isEmpty() || addresses.size() > MOST_RECIPIENTS) {
      throw new Refusal(400, "name 1 to " + MOST_RECIPIENTS + " recipients with ?to=ADDRESS");
    }
    Map<AccountId, String> known = new LinkedHashMap<>();
    List<Map<String, Object>> outcomes = new ArrayList<>();
    for (String address : addresses) {
      Optional<Account> account = accounts.findByAddress(address);
      account.ifPresent(found -> known.put(found.id(), address));
      if (account.isEmpty()) {
        outcomes.add(refused(address, "there is no such account"));
      }
    }
    deliver(request, List.copyOf(known.keySet()))
        .forEach(outcome -> outcomes.add(show(outcome, known)));
    return Answer.ok(Map.of("outcomes", outcomes));
  }

  private List<DeliveryOutcome> deliver(Request request, List<AccountId> to) throws IOException {
    try (MessageDraft draft = store.draft()) {
      Upload.copy(request.body(), draft);
      return store.deliver(
          new Delivery(
              "api-" + UUID.randomUUID(),
              draft,
              Upload.now(),
              to.stream().map(Recipient::inbox).toList()));
    }
  }

  private static Map<String, Object> show(DeliveryOutcome outcome, Map<AccountId, String> known) {
    AccountId account = outcome.recipient().account();
    String address = known.getOrDefault(account, account.toString());
    return switch (outcome) {
      case Delivered done -> Map.of("recipient", address, "delivered", true);
      case Refused not -> refused(address, String.valueOf(not.reason().getMessage()));
    };
  }

  private static Map<String, Object> refused(String address, String reason) {
    return Map.of("recipient", address, "delivered", false, "reason", reason);
  }
}
