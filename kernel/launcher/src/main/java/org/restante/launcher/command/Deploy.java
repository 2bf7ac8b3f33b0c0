package org.restante.launcher.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deploys a protocol bundle. */
@Command(
    name = "deploy",
    description =
        "Deploy a protocol bundle for everyone under live traffic; the same as copying it into"
            + " deploy/.")
final class Deploy implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "JAR")
  private Path jar = Path.of(".");

  @Override
  public Integer call() throws Exception {
    new Rollouts(restante.home(), spec).deploy(jar, Map.of());
    return 0;
  }
}
