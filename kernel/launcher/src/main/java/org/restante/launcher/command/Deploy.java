package org.restante.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deploys a protocol bundle. */
@Command(
    name = "deploy",
    description =
        "Deploy a protocol bundle under live traffic; the same as copying it into deploy/.")
final class Deploy implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "JAR")
  private Path jar = Path.of(".");

  @Override
  public Integer call() throws Exception {
    String file = AdminClient.encode(jar.getFileName().toString());
    Map<String, Object> deployed =
        AdminClient.of(restante.home())
            .octets(
                "/bundles?file=" + file, "application/java-archive", out -> Files.copy(jar, out));
    spec.commandLine()
        .getOut()
        .println("deployed " + deployed.get("name") + " " + deployed.get("version"));
    return 0;
  }
}
