package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Home;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentRefused;

/** {@code /bundles}. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/bundles")
public final class BundlePages extends Resource {

  private final BundleContext context;
  private final Deployer deployer;

  /** Over the deployer. */
  @Activate
  public BundlePages(BundleContext context, @Reference Deployer deployer) {
    this.context = context;
    this.deployer = deployer;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET" -> Answer.ok(list());
      case "POST" -> deploy(request);
      case "DELETE *" -> undeploy(request.path().getFirst());
      default -> unknown(request);
    };
  }

  private List<Map<String, Object>> list() {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<DeployedBundle> deployed = deployer.list();
    deployed.forEach(bundle -> rows.add(show(bundle)));
    for (Bundle bundle : context.getBundles()) {
      if (deployed.stream().noneMatch(own -> own.bundleId() == bundle.getBundleId())) {
        rows.add(show(bundle));
      }
    }
    return rows;
  }

  private static Map<String, Object> show(DeployedBundle bundle) {
    return Map.of(
        "name", bundle.name(),
        "version", bundle.version(),
        "state", bundle.state().name(),
        "file", bundle.file(),
        "sessions", bundle.sessions(),
        "problem", bundle.detail());
  }

  private static Map<String, Object> show(Bundle bundle) {
    return Map.of(
        "name", String.valueOf(bundle.getSymbolicName()),
        "version", bundle.getVersion().toString(),
        "state", BundleStates.name(bundle.getState()));
  }

  private Answer deploy(Request request) throws IOException {
    String file = request.parameter("file").orElse("");
    if (!file.matches("[A-Za-z0-9._-]+\\.jar")) {
      throw new Refusal(400, "name the jar with ?file=NAME.jar, letters, digits, dots and dashes");
    }
    Path folder = Files.createTempDirectory(Home.of(context).resolve("data"), "upload");
    Path jar = folder.resolve(file);
    try {
      Files.copy(request.body(), jar);
      DeployedBundle bundle = deployer.deploy(jar);
      return new Answer(201, Map.of("name", bundle.name(), "version", bundle.version()));
    } catch (DeploymentRefused refused) {
      throw new Refusal(422, String.valueOf(refused.getMessage()));
    } finally {
      Files.deleteIfExists(jar);
      Files.deleteIfExists(folder);
    }
  }

  private Answer undeploy(String name) {
    try {
      deployer.undeploy(name);
    } catch (DeploymentRefused refused) {
      throw new Refusal(404, String.valueOf(refused.getMessage()));
    }
    return Answer.done();
  }
}
