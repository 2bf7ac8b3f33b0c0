package org.restante.itest.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The distribution starts: bundles, components, ports, the way of a letter. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StartIT {

  private static final Map<String, String> GREETINGS =
      Map.of(
          "imap", "* OK",
          "pop3", "+OK",
          "smtp", "220 ",
          "lmtp", "220 ",
          "submission", "220 ");
  private static final Map<String, String> TLS_GREETINGS =
      Map.of("imaps", "* OK", "pop3s", "+OK", "smtps", "220 ");

  @Inject private BundleContext context;

  @Configuration
  public Option[] options() {
    return Provisions.of(StartIT.class);
  }

  @Test
  public void everyBundleIsActiveOrAFragment() {
    portsAnswer();
    assertThat(context.getBundles())
        .filteredOn(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
        .allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
    assertThat(context.getBundles()).noneMatch(bundle -> bundle.getState() == Bundle.INSTALLED);
    Figures.print("bundles", context.getBundles().length);
  }

  @Test
  public void everyComponentIsSatisfied() {
    portsAnswer();
    ServiceComponentRuntime runtime = new Server(context).service(ServiceComponentRuntime.class);
    List<String> wanting = new ArrayList<>();
    int satisfied = 0;
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(ours())) {
      List<ComponentConfigurationDTO> found =
          List.copyOf(runtime.getComponentConfigurationDTOs(component));
      boolean good =
          !found.isEmpty()
              && found.stream().allMatch(each -> each.state >= ComponentConfigurationDTO.SATISFIED)
              && found.stream().noneMatch(each -> each.failure != null);
      if (good) {
        satisfied += found.size();
      } else {
        wanting.add(component.name);
      }
    }
    assertThat(wanting).isEmpty();
    assertThat(satisfied).isPositive();
    Figures.print("components satisfied", satisfied);
  }

  @Test
  public void everyPortAnswers() {
    Figures.print("ports answering", portsAnswer());
  }

  @Test
  public void metricsAndStatusAnswer() throws IOException, InterruptedException {
    portsAnswer();
    Server server = new Server(context);
    server.await("(restante.http.path=/metrics)");
    server.await("(restante.http.path=/api/v1/status)");
    int port = Integer.parseInt(context.getProperty("restante.base.port")) + 80;
    assertThat(get("http://127.0.0.1:" + port + "/metrics", "").body()).contains("# TYPE");
    String status = "http://127.0.0.1:" + port + "/api/v1/status";
    assertThat(get(status, "").statusCode()).isEqualTo(401);
    String token = Files.readString(server.home().resolve("data/admin.token")).strip();
    assertThat(get(status, token).body()).contains("\"ready\":true");
  }

  @Test
  public void aLetterComesInAndIsReadTwice() {
    Server server = new Server(context);
    server.account("letter");
    server.deliver("letter", "by LMTP");
    try (Client imap = server.imap("letter")) {
      List<String> fetched = imap.ask("f FETCH 1 BODY[HEADER.FIELDS (Subject)]", "f OK");
      assertThat(fetched).contains("Subject: by LMTP");
      imap.ask("x LOGOUT", "x OK");
    }
    try (Client pop3 = server.connect("pop3")) {
      pop3.expect("+OK");
      pop3.ask("USER letter", "+OK");
      pop3.ask("PASS " + Server.PASSWORD, "+OK");
      assertThat(pop3.ask("RETR 1", ".")).contains("Subject: by LMTP", "Hello");
    }
  }

  private int portsAnswer() {
    Server server = new Server(context);
    GREETINGS.forEach(
        (listener, greeting) -> {
          try (Client client = server.connect(listener)) {
            client.expect(greeting);
          }
        });
    TLS_GREETINGS.forEach(
        (listener, greeting) -> {
          try (Client client = Client.connectTls(server.port(listener))) {
            client.expect(greeting);
          }
        });
    return GREETINGS.size() + TLS_GREETINGS.size();
  }

  private Bundle[] ours() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.restante."))
        .toArray(Bundle[]::new);
  }

  private static HttpResponse<String> get(String address, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
