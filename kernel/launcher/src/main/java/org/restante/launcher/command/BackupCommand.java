package org.restante.launcher.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import org.restante.launcher.admin.AdminRefusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Backups of the running server. */
@Command(
    name = "backup",
    description = {
      "Take a backup of the running server into a directory, list those of a directory, or verify"
          + " one: backup DIR, backup list DIR, backup verify DIR [ID].",
      "What the directory has from an earlier backup is not copied again. To go back: restore."
    })
final class BackupCommand implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..3",
      paramLabel = "[take|list|verify] DIR [ID]",
      description = "What to do (take where it is left out), the directory, and a backup's number.")
  private List<String> words = List.of();

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Remove all but the newest N backups when the new one is whole.")
  private @Nullable Integer keep;

  @Option(names = "--no-verify", description = "Do not read the new backup back.")
  private boolean unverified;

  @Override
  public Integer call() throws IOException {
    List<String> rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "take" -> take(one(rest));
      case "list" -> list(one(rest));
      case "verify" -> verify(rest);
      default -> take(one(words));
    };
  }

  private String one(List<String> directory) {
    if (directory.size() != 1) {
      throw new ParameterException(spec.commandLine(), "name one directory");
    }
    return absolute(directory.getFirst());
  }

  /** The server has another current directory. */
  private static String absolute(String directory) {
    return Path.of(directory).toAbsolutePath().normalize().toString();
  }

  private int take(String directory) throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("directory", directory);
    body.put("verify", !unverified);
    if (keep != null) {
      body.put("keep", keep);
    }
    Map<String, Object> taken = lines("/backups", body);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "backup %s: %s octets in %s files, %s copied%n",
        taken.get("id"), taken.get("octets"), taken.get("files"), taken.get("copied"));
    return problems(taken);
  }

  private int list(String directory) throws IOException {
    Table table = new Table("ID", "TAKEN", "OCTETS", "FILES");
    for (Map<String, Object> backup : backups(directory)) {
      table.add(backup.get("id"), backup.get("taken"), backup.get("octets"), backup.get("files"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  private int verify(List<String> asked) throws IOException {
    if (asked.isEmpty() || asked.size() > 2) {
      throw new ParameterException(spec.commandLine(), "name one directory, and perhaps an ID");
    }
    String directory = absolute(asked.getFirst());
    String id = asked.size() == 2 ? asked.get(1) : newest(directory);
    Map<String, Object> verified =
        lines(
            "/backups/"
                + AdminClient.encode(id)
                + "/verify?directory="
                + AdminClient.encode(directory),
            Map.of());
    int failed = problems(verified);
    if (failed == 0) {
      spec.commandLine().getOut().println("backup " + id + " is whole");
    }
    return failed;
  }

  private String newest(String directory) throws IOException {
    List<Map<String, Object>> there = backups(directory);
    if (there.isEmpty()) {
      throw new AdminRefusal(404, "there are no backups in " + directory);
    }
    return String.valueOf(there.getLast().get("id"));
  }

  private List<Map<String, Object>> backups(String directory) throws IOException {
    return admin().list("/backups?directory=" + AdminClient.encode(directory));
  }

  private Map<String, Object> lines(String path, Map<String, ?> body) throws IOException {
    OctetProgress progress = new OctetProgress(spec.commandLine().getErr());
    return admin().lines("POST", path, body, progress::line);
  }

  private int problems(Map<String, Object> answer) {
    List<?> problems = (List<?>) answer.getOrDefault("problems", List.of());
    problems.forEach(spec.commandLine().getErr()::println);
    return problems.isEmpty() ? 0 : 1;
  }

  private AdminClient admin() throws IOException {
    return AdminClient.of(restante.home());
  }
}
