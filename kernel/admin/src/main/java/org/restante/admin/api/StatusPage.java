package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.admin.http.ServerHome;
import org.restante.admin.inventory.Components;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentState;
import org.restante.protocol.ListeningPort;

/** {@code /status}: there from the start, whatever else is missing. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/status")
public final class StatusPage extends Resource {

  private static final List<String> SHARES = List.of("heap", "views", "native", "network", "jvm");

  private final String version;
  private final Map<String, Long> memory;
  private final WantedListeners wanted;
  private final Components components;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = FieldOption.UPDATE)
  final List<ListeningPort> ports = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile @Nullable Deployer deployer;

  /** The last page to come: it needs all of the store. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      target = "(restante.http.path=" + AccountPages.PATH + ")")
  volatile @Nullable HttpHandler accounts;

  /** Over what it shows. */
  @Activate
  public StatusPage(BundleContext context, @Reference ServiceComponentRuntime runtime) {
    this(
        context.getBundle().getVersion().toString(),
        memory(context),
        new WantedListeners(ServerHome.of(context).etc()),
        new Components(runtime));
  }

  StatusPage(
      String version, Map<String, Long> memory, WantedListeners wanted, Components components) {
    this.version = version;
    this.memory = memory;
    this.wanted = wanted;
    this.components = components;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    if (!request.shape().equals("GET")) {
      return unknown(request);
    }
    List<ListeningPort> known = List.copyOf(ports);
    boolean open = known.size() >= wanted.count() && known.stream().allMatch(StatusPage::isOpen);
    Map<String, Object> status = new HashMap<>();
    status.put("version", version);
    status.put("pid", ProcessHandle.current().pid());
    status.put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
    status.put("memory", memory);
    status.put("ready", open && accounts != null);
    status.put("listeners", known.stream().map(StatusPage::show).toList());
    status.put("refused", refused());
    if (request.parameter("problems").isPresent()) { // to ask for them is not cheap
      status.put("problems", components.problems().stream().map(StatusPage::show).toList());
    }
    return Answer.ok(status);
  }

  /** What the launcher has divided; empty where it has not. */
  private static Map<String, Long> memory(BundleContext context) {
    Map<String, Long> octets = new HashMap<>();
    note(octets, "total", context.getProperty("restante.memory"));
    SHARES.forEach(share -> note(octets, share, context.getProperty("restante.memory." + share)));
    return octets;
  }

  private static void note(Map<String, Long> octets, String share, @Nullable String property) {
    if (property != null) {
      octets.put(share, Long.valueOf(property));
    }
  }

  private List<Map<String, Object>> refused() {
    Deployer present = deployer;
    return present == null
        ? List.of()
        : present.list().stream()
            .filter(bundle -> bundle.state() == DeploymentState.REFUSED)
            .map(bundle -> Map.<String, Object>of("file", bundle.file(), "reason", bundle.detail()))
            .toList();
  }

  private static boolean isOpen(ListeningPort port) {
    return port.bound() && port.served();
  }

  private static Map<String, Object> show(Components.Problem problem) {
    return Map.of("component", problem.component(), "problem", problem.problem());
  }

  private static Map<String, Object> show(ListeningPort port) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("name", port.listener().name());
    shown.put("protocol", port.listener().protocol());
    shown.put("address", port.address().getHostString());
    shown.put("port", port.address().getPort());
    shown.put("tls", port.listener().implicitTls());
    shown.put("bound", port.bound());
    shown.put("served", port.served());
    if (!port.problem().isEmpty()) {
      shown.put("problem", port.problem());
    }
    return shown;
  }
}
