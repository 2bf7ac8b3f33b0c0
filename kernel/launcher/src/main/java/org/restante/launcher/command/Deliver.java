package org.restante.launcher.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.letter.Letter;
import org.restante.launcher.letter.Letters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Delivers letters from files. */
@Command(
    name = "deliver",
    description = "Deliver letters from files, one letter a file, to local recipients.")
final class Deliver implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      required = true,
      description = "Once for each recipient.")
  private List<String> recipients = List.of();

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    AdminClient admin = AdminClient.of(restante.home());
    String query =
        String.join("&", recipients.stream().map(to -> "to=" + AdminClient.encode(to)).toList());
    boolean all = true;
    for (Path file : files) {
      Letter letter = Letters.file(file, "INBOX");
      Map<String, Object> answer =
          admin.octets(
              "/deliveries?" + query,
              "message/rfc822",
              out -> {
                try (var in = letter.content().open()) {
                  in.transferTo(out);
                }
              });
      all &= report(file, (List<?>) answer.getOrDefault("outcomes", List.of()));
    }
    return all ? 0 : 1;
  }

  private boolean report(Path file, List<?> outcomes) {
    boolean all = true;
    for (Object outcome : outcomes) {
      Map<?, ?> row = (Map<?, ?>) outcome;
      boolean delivered = Boolean.TRUE.equals(row.get("delivered"));
      PrintWriter to = delivered ? spec.commandLine().getOut() : spec.commandLine().getErr();
      Object reason = row.get("reason");
      to.println(
          file
              + " -> "
              + row.get("recipient")
              + (delivered ? ": delivered" : ": refused: " + reason));
      all &= delivered;
    }
    return all;
  }
}
