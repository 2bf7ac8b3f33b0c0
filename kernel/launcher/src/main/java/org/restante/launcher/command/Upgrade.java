package org.restante.launcher.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Deploys the next revision of a bundle, for some first where options say for whom. */
@Command(
    name = "upgrade",
    description = {
      "Deploy the next revision of a bundle under live traffic: for everyone, or for those that the"
          + " options name, until «promote» or «rollback».",
      "It is rolled back by itself where its errors or its p99 are past the guard."
    })
final class Upgrade implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "JAR")
  private Path jar = Path.of(".");

  @Option(
      names = "--canary",
      paramLabel = "SHARE",
      description = "A share of the accounts, as 5%%; always the same ones.")
  private String canary = "";

  @Option(
      names = "--accounts",
      paramLabel = "LOGIN[,LOGIN...]",
      description = "These accounts too.")
  private String accounts = "";

  @Option(
      names = "--networks",
      paramLabel = "CIDR[,CIDR...]",
      description = "Clients from these networks too, as 10.0.0.0/8.")
  private String networks = "";

  @Override
  public Integer call() throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("canary", canary);
    options.put("accounts", accounts);
    options.put("networks", networks);
    options.values().removeIf(String::isEmpty);
    new Rollouts(restante.home(), spec).deploy(jar, options);
    return 0;
  }
}
