package org.restante.launcher;

import org.restante.launcher.admin.AdminRefusal;
import org.restante.launcher.command.Commands;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code restante}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(commandLine(args).execute(args));
  }

  static CommandLine commandLine(String... args) {
    return Commands.of(args).setExecutionExceptionHandler(Main::explain);
  }

  /** A failure is one line that names cause and cure; the stack is for bugs only. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof ParameterException wrongUsage) {
      throw wrongUsage;
    }
    String name = command.getCommandName();
    if (failure instanceof AdminRefusal || failure instanceof java.io.IOException) {
      command.getErr().println(name + ": " + failure.getMessage());
    } else {
      command.getErr().println(name + ": internal error, please report it");
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }
}
