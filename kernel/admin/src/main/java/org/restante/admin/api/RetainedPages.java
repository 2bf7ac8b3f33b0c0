package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Account;
import org.restante.account.AccountDirectory;
import org.restante.account.AccountId;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Fields;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxName;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.Retention;

/** {@code /retained}: expunged messages and deleted mailboxes of an account. */
@Component(service = HttpHandler.class, property = "restante.http.path=" + RetainedPages.PATH)
public final class RetainedPages extends Resource {

  /** Where it is mounted. */
  static final String PATH = "/api/v1/retained";

  private static final int SHOWN_UNLESS_ASKED = 1_000;
  private static final int MOST_SHOWN = 100_000;

  /** Messages that come back in one commit. */
  private static final int SLICE = 500;

  private final AccountDirectory accounts;
  private final Retention retention;
  private final MailStore store;

  /** Over the services it uses. */
  @Activate
  public RetainedPages(
      @Reference AccountDirectory accounts,
      @Reference Retention retention,
      @Reference MailStore store) {
    this.accounts = accounts;
    this.retention = retention;
    this.store = store;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET * messages" -> messages(named(request), request);
      case "POST * messages" -> restoreMessages(named(request).id(), request.json());
      case "GET * mailboxes" -> mailboxes(named(request).id());
      case "POST * mailboxes *" ->
          restoreMailbox(named(request).id(), request.path().get(2), request.json());
      case "DELETE *" -> purge(named(request).id(), request);
      default -> unknown(request);
    };
  }

  private Account named(Request request) {
    String address = request.path().getFirst();
    return accounts
        .findByLogin(address)
        .orElseThrow(() -> new Refusal(404, "there is no account " + address));
  }

  private Answer messages(Account account, Request request) {
    int most = request.parameter("limit").map(RetainedPages::limit).orElse(SHOWN_UNLESS_ASKED);
    Instant since =
        request.parameter("since").map(text -> Times.instant(text, "since")).orElse(Instant.MIN);
    return Answer.ok(new RetainedList(account.id(), retention, store).shown(since, most));
  }

  private static int limit(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, MOST_SHOWN);
    } catch (NumberFormatException malformed) {
      throw new Refusal(400, "limit is a number from 1 to " + MOST_SHOWN);
    }
  }

  private Answer restoreMessages(AccountId account, Fields body) {
    if (body.has("ids")) {
      Set<Long> ids = new HashSet<>(body.numbers("ids"));
      return restored(retention.restore(account, ids).size());
    }
    boolean all = body.has("all") && body.flag("all");
    Instant since = all ? Instant.MIN : Times.instant(body.text("since"), "since");
    return restored(restoreSince(account, since));
  }

  /** In slices: what does not fit any more stays retained, and the rest is back. */
  private int restoreSince(AccountId account, Instant since) {
    List<Long> ids = new RetainedList(account, retention, store).ids(since);
    int restored = 0;
    for (int i = 0; i < ids.size(); i += SLICE) {
      Set<Long> slice = new HashSet<>(ids.subList(i, Math.min(ids.size(), i + SLICE)));
      restored += retention.restore(account, slice).size();
    }
    return restored;
  }

  private static Answer restored(int count) {
    return Answer.ok(Map.of("restored", count));
  }

  private Answer mailboxes(AccountId account) {
    return Answer.ok(retention.mailboxes(account).stream().map(RetainedPages::show).toList());
  }

  private static Map<String, Object> show(RetainedMailbox mailbox) {
    return Map.of(
        "id", mailbox.id(),
        "name", mailbox.name().text('/'),
        "uidValidity", mailbox.uidValidity(),
        "messages", mailbox.messages(),
        "octets", mailbox.octets(),
        "removed", mailbox.removed().toString());
  }

  /** Without another name it comes back under its own. */
  private Answer restoreMailbox(AccountId account, String id, Fields body) {
    RetainedMailbox mailbox =
        retention.mailboxes(account).stream()
            .filter(each -> String.valueOf(each.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, "there is no deleted mailbox " + id));
    Optional<String> name = body.has("name") ? Optional.of(body.text("name")) : Optional.empty();
    MailboxName as = name.map(text -> MailboxName.parse(text, '/')).orElse(mailbox.name());
    String now = retention.restoreMailbox(account, mailbox.id(), as).name().text('/');
    return Answer.ok(Map.of("name", now));
  }

  private Answer purge(AccountId account, Request request) {
    String before =
        request
            .parameter("before")
            .orElseThrow(() -> new Refusal(400, "say ?before=TIME: what was removed before goes"));
    retention.purge(account, Times.instant(before, "before"));
    return Answer.done();
  }
}
