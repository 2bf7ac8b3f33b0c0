package org.restante.admin.api;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.admin.http.Answer;
import org.restante.admin.http.Lines;
import org.restante.admin.http.Refusal;
import org.restante.admin.http.Request;
import org.restante.admin.http.Resource;
import org.restante.admin.http.ServerHome;
import org.restante.admin.inventory.Audiences;
import org.restante.admin.inventory.BundleRow;
import org.restante.admin.inventory.Bundles;
import org.restante.deploy.DeployedBundle;
import org.restante.deploy.Deployer;
import org.restante.deploy.DeploymentProgress;
import org.restante.deploy.DeploymentRefused;
import org.restante.deploy.DeploymentState;
import org.restante.deploy.Rollout;

/** {@code /bundles}: what serves, and what is to serve. Who accepts lines is told each step. */
@Component(service = HttpHandler.class, property = "restante.http.path=/api/v1/bundles")
public final class BundlePages extends Resource {

  private static final Pattern JAR = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.jar");
  private static final String LINES = "application/jsonl";
  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;
  private static final int REFUSED = 422;

  private final Bundles bundles;
  private final Audiences audiences;
  private final Path data;

  /** Over the deployer. */
  @Activate
  public BundlePages(
      BundleContext context, @Reference Deployer deployer, @Reference Audiences audiences) {
    this(new Bundles(context, deployer), audiences, ServerHome.of(context).data());
  }

  BundlePages(Bundles bundles, Audiences audiences, Path data) {
    this.bundles = bundles;
    this.audiences = audiences;
    this.data = data;
  }

  /** What takes its time, and what it comes to. */
  @FunctionalInterface
  private interface Work {
    Map<String, Object> run(Consumer<DeploymentProgress> progress) throws DeploymentRefused;
  }

  @Override
  protected Answer answer(Request request) throws IOException {
    Deployer deployer = bundles.deployer();
    return switch (request.shape()) {
      case "GET" -> Answer.ok(bundles.list().stream().map(BundlePages::show).toList());
      case "POST" -> deploy(request);
      case "POST * promote" ->
          carriedOut(
              request, 200, REFUSED, progress -> served(deployer.promote(name(request), progress)));
      case "POST * rollback" ->
          carriedOut(
              request,
              200,
              REFUSED,
              progress -> served(deployer.rollback(name(request), progress)));
      case "DELETE *" -> undeploy(request);
      default -> unknown(request);
    };
  }

  private static String name(Request request) {
    return request.path().getFirst();
  }

  private static Map<String, Object> show(BundleRow row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", row.name());
    shown.put("version", row.version());
    shown.put("state", row.state());
    putUnlessEmpty(shown, "protocol", row.protocol());
    putUnlessEmpty(shown, "file", row.file());
    putUnlessEmpty(shown, serves(row) ? "detail" : "problem", row.detail());
    if (!row.protocol().isEmpty()) {
      shown.put("sessions", row.sessions());
      shown.put("share", row.share());
      shown.put("commands", row.figures().commands());
      shown.put("faults", row.figures().faults());
      shown.put("errorRatio", row.figures().errorRatio());
      shown.put("p99Millis", row.figures().p99().toNanos() / 1e6);
    }
    return shown;
  }

  /** What is said of it is then no problem. */
  private static boolean serves(BundleRow row) {
    return row.state().equals(DeploymentState.CANARY.name())
        || row.state().equals(DeploymentState.STANDBY.name());
  }

  private static void putUnlessEmpty(Map<String, Object> shown, String key, String value) {
    if (!value.isEmpty()) {
      shown.put(key, value);
    }
  }

  private static Map<String, Object> served(DeployedBundle bundle) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", bundle.name());
    shown.put("version", bundle.version());
    shown.put("state", bundle.state().name());
    putUnlessEmpty(shown, "detail", bundle.detail());
    return shown;
  }

  private Answer deploy(Request request) throws IOException {
    String file = request.parameter("file").orElse("");
    if (!JAR.matcher(file).matches()) {
      throw new Refusal(400, "name the jar with ?file=NAME.jar: letters, digits, dots and dashes");
    }
    Rollout rollout =
        audiences.read(
            request.parameter("canary").orElse(""),
            request.parameter("accounts").orElse(""),
            request.parameter("networks").orElse(""));
    Path folder = Files.createTempDirectory(Files.createDirectories(data), "upload");
    Path jar = folder.resolve(file);
    try {
      Files.copy(request.body(), jar);
    } catch (IOException | RuntimeException e) {
      delete(jar, folder);
      throw e;
    }
    return carriedOut(
        request,
        CREATED,
        REFUSED,
        progress -> {
          try {
            return served(bundles.deployer().deploy(jar, rollout, progress));
          } finally {
            delete(jar, folder);
          }
        });
  }

  private static void delete(Path jar, Path folder) {
    try {
      Files.deleteIfExists(jar);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer undeploy(Request request) {
    return carriedOut(
        request,
        204,
        NOT_FOUND,
        progress -> {
          bundles.deployer().undeploy(name(request), progress);
          return Map.of("name", name(request));
        });
  }

  /** With lines: step by step, the outcome last. Without: the outcome, when it is there. */
  private static Answer carriedOut(Request request, int done, int refused, Work work) {
    if (request.header("Accept").filter(LINES::equals).isPresent()) {
      return Answer.ok(
          (Lines) sink -> sink.line(run(work, refused, state -> sink.line(show(state)))));
    }
    Map<String, Object> outcome = run(work, refused, state -> {});
    return done == 204 ? Answer.done() : new Answer(done, outcome);
  }

  private static Map<String, Object> run(
      Work work, int refused, Consumer<DeploymentProgress> progress) {
    try {
      return work.run(progress);
    } catch (DeploymentRefused refusal) {
      throw new Refusal(refused, String.valueOf(refusal.getMessage()));
    }
  }

  private static Map<String, Object> show(DeploymentProgress state) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("step", state.step());
    shown.put("moved", state.moved());
    shown.put("waiting", state.waiting());
    shown.put("dropped", state.dropped());
    return shown;
  }
}
