package org.restante.launcher.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands by name. */
public final class Commands {

  private static final Map<String, Class<?>> BY_NAME = byName();

  private Commands() {}

  /**
   * The program for these arguments: with the commands that they name, or with all where they name
   * none or ask for help. To look at every class of a command takes longer than most commands do.
   */
  public static CommandLine of(String... args) {
    CommandLine program = new CommandLine(new Restante());
    List<String> words = Arrays.asList(args);
    List<String> named = BY_NAME.keySet().stream().filter(words::contains).toList();
    boolean help = words.contains("help") || words.contains("-h") || words.contains("--help");
    (help || named.isEmpty() ? BY_NAME.keySet() : named)
        .forEach(name -> program.addSubcommand(name, BY_NAME.get(name)));
    return program.setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static Map<String, Class<?>> byName() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("demo", Demo.class);
    commands.put("start", Start.class);
    commands.put("run", Run.class);
    commands.put("stop", Stop.class);
    commands.put("status", Status.class);
    commands.put("account", Accounts.class);
    commands.put("domain", Domains.class);
    commands.put("mailbox", Mailboxes.class);
    commands.put("retained", Retained.class);
    commands.put("restore-messages", RestoreMessages.class);
    commands.put("deliver", Deliver.class);
    commands.put("import", Import.class);
    commands.put("export", Export.class);
    commands.put("bundles", Bundles.class);
    commands.put("deploy", Deploy.class);
    commands.put("undeploy", Undeploy.class);
    commands.put("upgrade", Upgrade.class);
    commands.put("promote", Promote.class);
    commands.put("rollback", Rollback.class);
    commands.put("backup", BackupCommand.class);
    commands.put("restore", Restore.class);
    commands.put("inspect", Inspect.class);
    commands.put("damage", Damaged.class);
    commands.put("shell", Shell.class);
    commands.put("help", HelpCommand.class);
    return commands;
  }
}
