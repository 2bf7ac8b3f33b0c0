package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says how a server is. */
@Command(
    name = "status",
    description = "Show the server's listeners. Fails where one does not answer.")
final class Status implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Map<String, Object> status = AdminClient.of(restante.home()).object("/status?problems=all");
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "restante %s, process %s, up %s s%n",
        status.get("version"), status.get("pid"), status.get("uptimeSeconds"));
    if (status.get("memory") instanceof Map<?, ?> memory && !memory.isEmpty()) {
      out.println(divided(memory));
    }
    Table table = new Table("LISTENER", "PROTOCOL", "ADDRESS", "PORT", "STATE");
    for (Object listener : (List<?>) status.getOrDefault("listeners", List.of())) {
      Map<?, ?> row = (Map<?, ?>) listener;
      table.add(
          row.get("name"), row.get("protocol"), row.get("address"), row.get("port"), state(row));
    }
    table.print(out);
    for (Object refused : (List<?>) status.getOrDefault("refused", List.of())) {
      Map<?, ?> row = (Map<?, ?>) refused;
      out.println("refused: " + row.get("file") + ": " + row.get("reason"));
    }
    Readiness.problems(status).forEach(problem -> out.println("problem: " + problem));
    return Readiness.missing(status).isEmpty() ? 0 : 1;
  }

  private static String divided(Map<?, ?> memory) {
    return "memory %s MiB: heap %s (views %s of it), engine %s, network %s, the JVM itself %s"
        .formatted(
            Stream.of("total", "heap", "views", "native", "network", "jvm")
                .map(share -> memory.get(share) instanceof Number octets ? octets.longValue() : 0L)
                .map(octets -> octets >> 20)
                .toArray());
  }

  private static String state(Map<?, ?> listener) {
    if (Boolean.TRUE.equals(listener.get("bound"))) {
      return Boolean.TRUE.equals(listener.get("served")) ? "open" : "parking (no plugin)";
    }
    return Objects.toString(listener.get("problem"), "not bound");
  }
}
