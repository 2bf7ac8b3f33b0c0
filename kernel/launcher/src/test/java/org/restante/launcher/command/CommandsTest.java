package org.restante.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "start",
        "run",
        "stop",
        "status",
        "account",
        "account add",
        "account list",
        "account passwd",
        "account quota",
        "account delete",
        "account enable",
        "account disable",
        "account alias add",
        "account alias remove",
        "account alias list",
        "account app-password add",
        "account app-password list",
        "account app-password revoke",
        "account deleted",
        "account restore",
        "account purge",
        "domain add",
        "domain list",
        "domain quota",
        "domain remove",
        "mailbox deleted",
        "mailbox restore",
        "retained",
        "restore-messages",
        "deliver",
        "import",
        "export",
        "bundles",
        "deploy",
        "undeploy",
        "inspect",
        "shell"
      })
  void everyCommandHelps(String command) {
    assertThat(run((command + " --help").strip().split(" "))).isZero();
    assertThat(out.toString())
        .startsWith("Usage: restante " + command.strip())
        .contains("--home=DIR", "--base-port=N");
  }

  @Test
  void theProgramsHelpNamesEveryCommand() {
    run("--help");
    assertThat(Commands.of().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(out.toString()).containsPattern("(?m)^  " + name + " "));
  }

  @Test
  void onlyWhatIsNamedIsLoaded() {
    assertThat(Commands.of("status", "--home", "x").getSubcommands()).containsOnlyKeys("status");
    assertThat(new TreeSet<>(Commands.of("oops").getSubcommands().keySet())).contains("demo");
  }

  @Test
  void noCommandAndAnUnknownOneAreWrongUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("oops")).isEqualTo(2);
    assertThat(run("account")).isEqualTo(2);
    assertThat(err.toString()).contains("which command?").contains("add, list, passwd");
  }

  @Test
  void homeAndBasePortAreTakenBeforeAndBehindTheCommand() {
    for (List<String> line :
        List.of(
            List.of("--home", "/x", "--base-port", "5", "status"),
            List.of("status", "--home", "/x", "--base-port=5"),
            List.of("--home", "/x", "status", "--base-port", "5"),
            List.of("--base-port", "5", "status", "--home=/x"))) {
      CommandLine program = Commands.of(line.toArray(String[]::new));
      program.parseArgs(line.toArray(String[]::new));
      Restante restante = program.getCommand();
      assertThat(restante.home().root()).isEqualTo(Path.of("/x"));
      assertThat(restante.basePort()).isEqualTo(5);
    }
  }

  @Test
  void theSameBehindTheCommandOfACommand() {
    String[] line = {"account", "add", "user@host", "--quota", "500M", "--home", "/x"};
    CommandLine program = Commands.of(line);
    program.parseArgs(line);
    Restante restante = program.getCommand();
    assertThat(restante.home().root()).isEqualTo(Path.of("/x"));
  }

  @Test
  void messagesToRestoreAreNamedInOneWay() {
    String[] some = {"restore-messages", "ada", "3", "4"};
    Commands.of(some).parseArgs(some);
    assertThat(run("restore-messages", "ada")).isEqualTo(2);
    assertThat(run("restore-messages", "ada", "3", "--all")).isEqualTo(2);
    assertThat(err.toString()).contains("--since TIME, or --all");
  }

  @Test
  void aBasePortThatLeavesNoRoomIsRefused() {
    assertThat(run("start", "--base-port", "65000", "--home", "/nowhere")).isEqualTo(2);
  }

  private int run(String... line) {
    return Commands.of(line)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }
}
