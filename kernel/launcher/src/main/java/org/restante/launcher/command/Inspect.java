package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares counters, quota and references with the rows they were made from. */
@Command(
    name = "inspect",
    description =
        "Recompute counters, quota and references, and name every difference. Fails on one.")
final class Inspect implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--account", paramLabel = "ADDRESS", description = "Only this one.")
  private @Nullable String account;

  @Option(
      names = "--repair",
      description = "Also read every octet, repair what can be proved, and name what is damaged.")
  private boolean repair;

  @Override
  public Integer call() throws Exception {
    String query = account == null ? "" : "address=" + AdminClient.encode(account);
    AdminClient client = AdminClient.of(restante.home());
    OctetProgress progress = new OctetProgress(spec.commandLine().getErr());
    Map<String, Object> report =
        repair
            ? client.lines("POST", "/inspect?repair=true&" + query, Map.of(), progress::line)
            : client.object("/inspect?" + query);
    List<?> findings = (List<?>) report.getOrDefault("findings", List.of());
    PrintWriter out = spec.commandLine().getOut();
    for (Object finding : findings) {
      Map<?, ?> row = (Map<?, ?>) finding;
      out.println(row.get("account") + ": " + row.get("object") + ": " + row.get("message"));
    }
    out.println("checked " + report.get("checked") + ", differences " + findings.size());
    return findings.isEmpty() ? 0 : 1;
  }
}
