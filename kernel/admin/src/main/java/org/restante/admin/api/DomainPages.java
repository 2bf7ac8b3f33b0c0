package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Domain;
import org.restante.account.DomainDirectory;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Fields;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;

/** {@code /domains}. */
@Component(service = HttpHandler.class, property = "restante.http.path=" + DomainPages.PATH)
public final class DomainPages extends Resource {

  /** Where it is mounted. */
  static final String PATH = "/api/v1/domains";

  private final DomainDirectory domains;

  /** Over the service it shows. */
  @Activate
  public DomainPages(@Reference DomainDirectory domains) {
    this.domains = domains;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET" -> Answer.ok(domains.list().stream().map(DomainPages::show).toList());
      case "GET *" -> Answer.ok(show(named(request)));
      case "POST" -> add(request.json());
      case "PUT * quota" -> setQuota(named(request), request.json());
      case "DELETE *" -> remove(named(request));
      default -> unknown(request);
    };
  }

  private Domain named(Request request) {
    String name = request.path().getFirst();
    return domains
        .find(name)
        .orElseThrow(() -> new Refusal(404, "there is no domain " + name + " on the list"));
  }

  private Answer add(Fields body) {
    String name = body.text("name");
    if (domains.find(name).isPresent()) {
      throw new Refusal(409, "the domain " + name + " is there already");
    }
    Domain added = domains.add(name, Limits.read(body, "quotaOctets", "quotaMessages"));
    return new Answer(201, show(added));
  }

  private Answer setQuota(Domain domain, Fields body) {
    domains.setQuota(domain.name(), Limits.read(body, "octets", "messages"));
    return Answer.done();
  }

  private Answer remove(Domain domain) {
    domains.remove(domain.name());
    return Answer.done();
  }

  private static Map<String, Object> show(Domain domain) {
    return Map.of("name", domain.name(), "quota", Limits.show(domain.quota()));
  }
}
