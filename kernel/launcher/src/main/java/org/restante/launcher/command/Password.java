package org.restante.launcher.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A password from the command line, the terminal or a pipe. */
final class Password {

  private Password() {}

  static String given(@Nullable String option, CommandSpec spec) throws IOException {
    String password = option != null ? option : asked();
    if (password == null || password.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "an empty password is none");
    }
    return password;
  }

  private static @Nullable String asked() throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? null : new String(typed);
    }
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }
}
