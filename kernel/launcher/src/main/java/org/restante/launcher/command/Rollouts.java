package org.restante.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.home.Home;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands that deploy have in common: progress, and the outcome in a line. */
final class Rollouts {

  private final Home home;
  private final CommandSpec spec;

  Rollouts(Home home, CommandSpec spec) {
    this.home = home;
    this.spec = spec;
  }

  /** Sends a jar; the options are query parameters that the API knows. */
  void deploy(Path jar, Map<String, String> options) throws IOException {
    StringBuilder path = new StringBuilder("/bundles?file=");
    path.append(AdminClient.encode(String.valueOf(jar.getFileName())));
    options.forEach(
        (key, value) -> path.append('&').append(key).append('=').append(AdminClient.encode(value)));
    show(run("POST", path.toString(), out -> Files.copy(jar, out)));
  }

  /** {@code promote} or {@code rollback}. */
  void act(String name, String act) throws IOException {
    show(run("POST", "/bundles/" + AdminClient.encode(name) + "/" + act, out -> {}));
  }

  /** Removes a bundle. */
  void remove(String name) throws IOException {
    run("DELETE", "/bundles/" + AdminClient.encode(name), null);
  }

  private Map<String, Object> run(String method, String path, AdminClient.@Nullable Body body)
      throws IOException {
    DeployProgress progress = new DeployProgress(spec.commandLine().getErr());
    try {
      return AdminClient.of(home)
          .lines(method, path, "application/java-archive", body, progress::at);
    } finally {
      progress.end();
    }
  }

  private void show(Map<String, Object> outcome) {
    Object detail = outcome.get("detail");
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s is %s%s%n",
            outcome.get("name"),
            outcome.get("version"),
            outcome.get("state"),
            detail == null ? "" : ": " + detail);
  }
}
