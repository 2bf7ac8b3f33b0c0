package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.admin.http.ServerHome;
import org.restante.admin.inventory.BundleRow;
import org.restante.admin.inventory.Bundles;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentRefused;

/** {@code /bundles}. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/bundles")
public final class BundlePages extends Resource {

  private static final Pattern JAR = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.jar");

  private final Bundles bundles;
  private final Path data;

  /** Over the deployer. */
  @Activate
  public BundlePages(BundleContext context, @Reference Deployer deployer) {
    this(new Bundles(context, deployer), ServerHome.of(context).data());
  }

  BundlePages(Bundles bundles, Path data) {
    this.bundles = bundles;
    this.data = data;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    return switch (request.shape()) {
      case "GET" -> Answer.ok(bundles.list().stream().map(BundlePages::show).toList());
      case "POST" -> deploy(request);
      case "DELETE *" -> undeploy(request.path().getFirst());
      default -> unknown(request);
    };
  }

  private static Map<String, Object> show(BundleRow row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", row.name());
    shown.put("version", row.version());
    shown.put("state", row.state());
    putUnlessEmpty(shown, "protocol", row.protocol());
    putUnlessEmpty(shown, "file", row.file());
    putUnlessEmpty(shown, "problem", row.problem());
    if (!row.protocol().isEmpty()) {
      shown.put("sessions", row.sessions());
    }
    return shown;
  }

  private static void putUnlessEmpty(Map<String, Object> shown, String key, String value) {
    if (!value.isEmpty()) {
      shown.put(key, value);
    }
  }

  private Answer deploy(Request request) throws IOException {
    String file = request.parameter("file").orElse("");
    if (!JAR.matcher(file).matches()) {
      throw new Refusal(400, "name the jar with ?file=NAME.jar: letters, digits, dots and dashes");
    }
    Path folder = Files.createTempDirectory(Files.createDirectories(data), "upload");
    Path jar = folder.resolve(file);
    try {
      Files.copy(request.body(), jar);
      DeployedBundle bundle = bundles.deployer().deploy(jar);
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
      bundles.deployer().undeploy(name);
    } catch (DeploymentRefused refused) {
      throw new Refusal(404, String.valueOf(refused.getMessage()));
    }
    return Answer.done();
  }
}
