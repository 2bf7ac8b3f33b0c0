package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.DeliveryOutcome.Delivered;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.mailbox.MailStore;
import org.restante.message.MessageDraft;

/** {@code /deliveries}: one letter for many recipients. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/deliveries")
public final class DeliveryPage extends Resource {

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
    List<String> addresses = request.parameters("to").stream().distinct().toList();
    List<Recipient> recipients = addresses.stream().map(this::recipient).distinct().toList();
    if (recipients.isEmpty()) {
      throw new Refusal(400, "name a recipient with ?to=ADDRESS");
    }
    try (MessageDraft draft = store.draft()) {
      Upload.copy(request.body(), draft);
      OffsetDateTime now = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);
      Delivery delivery = new Delivery("api-" + UUID.randomUUID(), draft, now, recipients);
      return Answer.ok(Map.of("outcomes", shown(store.deliver(delivery))));
    }
  }

  private Recipient recipient(String address) {
    return accounts
        .findByAddress(address)
        .map(Account::id)
        .map(Recipient::inbox)
        .orElseThrow(() -> new Refusal(404, "there is no account for " + address));
  }

  private List<Map<String, Object>> shown(List<DeliveryOutcome> outcomes) {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (DeliveryOutcome outcome : outcomes) {
      String address =
          accounts.find(outcome.recipient().account()).map(Account::address).orElse("(deleted)");
      shown.add(
          switch (outcome) {
            case Delivered done -> Map.of("recipient", address, "delivered", true);
            case Refused refused ->
                Map.of(
                    "recipient",
                    address,
                    "delivered",
                    false,
                    "reason",
                    String.valueOf(refused.reason().getMessage()));
          });
    }
    return shown;
  }
}
