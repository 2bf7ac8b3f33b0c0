package org.restante.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Names the letters that are known not to be whole. */
@Command(
    name = "damage",
    description = "Name the letters that are known not to be whole. Fails on one.")
final class Damaged implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Map<String, Object> report = AdminClient.of(restante.home()).object("/damage");
    List<?> letters = (List<?>) report.getOrDefault("letters", List.of());
    PrintWriter out = spec.commandLine().getOut();
    for (Object letter : letters) {
      Map<?, ?> row = (Map<?, ?>) letter;
      out.println(
          "%s: mailbox %s UID %s: lost %s"
              .formatted(row.get("account"), row.get("mailbox"), row.get("uid"), row.get("lost")));
    }
    out.println("damaged letters: " + letters.size());
    return letters.isEmpty() ? 0 : 1;
  }
}
