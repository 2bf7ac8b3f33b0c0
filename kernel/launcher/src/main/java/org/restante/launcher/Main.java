package org.restante.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import org.restante.launcher.admin.AdminRefusal;
import org.restante.launcher.command.Commands;
import org.restante.launcher.command.RunArguments;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code restante}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
public final class Main {

  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(
        RunArguments.of(args).map(Main::run).orElseGet(() -> commandLine(args).execute(args)));
  }

  private static int run(RunArguments arguments) {
    try {
      return arguments.run();
    } catch (Exception failure) {
      return explain(failure, "run", new PrintWriter(System.err, true));
    }
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
    return explain(failure, command.getCommandName(), command.getErr());
  }

  private static int explain(Exception failure, String name, PrintWriter err) {
    if (failure instanceof AdminRefusal || failure instanceof IOException) {
      err.println(name + ": " + failure.getMessage());
    } else {
      err.println(name + ": internal error, please report it");
      failure.printStackTrace(err);
    }
    return 1;
  }
}
