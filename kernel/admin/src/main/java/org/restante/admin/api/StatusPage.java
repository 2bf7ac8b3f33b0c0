package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Home;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentState;
import org.restante.protocol.ListeningPort;

/** {@code /status}. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/status")
public final class StatusPage extends Resource {

  private static final String CONFIGURATION = "org.restante.core.listener~";

  private final BundleContext context;
  private final Deployer deployer;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      fieldOption = org.osgi.service.component.annotations.FieldOption.UPDATE)
  private final List<ListeningPort> ports = new CopyOnWriteArrayList<>();

  /** Over what it shows. */
  @Activate
  public StatusPage(BundleContext context, @Reference Deployer deployer) {
    this.context = context;
    this.deployer = deployer;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    boolean all = ports.size() >= configured() && ports.stream().allMatch(StatusPage::isOpen);
    return Answer.ok(
        Map.of(
            "version", context.getBundle().getVersion().toString(),
            "pid", ProcessHandle.current().pid(),
            "uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
            "ready", all,
            "listeners", ports.stream().map(StatusPage::show).toList(),
            "refused", refused()));
  }

  private List<Map<String, Object>> refused() {
    return deployer.list().stream()
        .filter(bundle -> bundle.state() == DeploymentState.REFUSED)
        .map(bundle -> Map.<String, Object>of("file", bundle.file(), "reason", bundle.detail()))
        .toList();
  }

  /** The listeners that the operator has asked for. */
  private long configured() throws IOException {
    Path etc = Home.of(context).resolve("etc");
    if (Files.notExists(etc)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(etc)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(CONFIGURATION) && name.endsWith(".config"))
          .count();
    }
  }

  private static boolean isOpen(ListeningPort port) {
    return port.bound() && port.served();
  }

  private static Map<String, Object> show(ListeningPort port) {
    return Map.of(
        "name", port.listener().name(),
        "protocol", port.listener().protocol(),
        "address", port.address().getHostString(),
        "port", port.address().getPort(),
        "bound", port.bound(),
        "served", port.served(),
        "problem", port.problem());
  }
}
