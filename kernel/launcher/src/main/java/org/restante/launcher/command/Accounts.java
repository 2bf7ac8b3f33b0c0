package org.restante.launcher.command;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Accounts: who has mail here. */
@Command(name = "account", description = "Accounts: add, list, change, delete.")
final class Accounts implements Runnable {

  private static final String ADDRESS = "ADDRESS";

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which of: add, list, passwd, quota, delete?");
  }

  @Command(
      description = "Create an account. Without --password it is asked for, or read from a pipe.")
  int add(
      @Parameters(
              paramLabel = ADDRESS,
              description = "local@domain, or local in the default domain")
          String address,
      @Option(names = "--password", paramLabel = "TEXT", description = "Others can see it in ps.")
          @Nullable String password,
      @Option(
              names = "--quota",
              paramLabel = "SIZE",
              converter = Size.Converter.class,
              description = "Octets, or with K, M, G.")
          @Nullable Size quota,
      @Option(names = "--messages", paramLabel = "N", description = "Most messages.")
          @Nullable Long messages)
      throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("addresses", List.of(address));
    body.put("password", Password.given(password, spec));
    if (quota != null) {
      body.put("quotaOctets", quota.octets());
    }
    if (messages != null) {
      body.put("quotaMessages", messages);
    }
    admin().json("POST", "/accounts", body);
    spec.commandLine().getOut().println("created " + address);
    return 0;
  }

  @Command(description = "List the accounts with what they use.")
  int list() throws IOException {
    Table table = new Table(ADDRESS, "ID", "STATE", "MESSAGES", "OCTETS", "QUOTA");
    for (Map<String, Object> account : admin().list("/accounts")) {
      Map<?, ?> usage = (Map<?, ?>) account.getOrDefault("usage", Map.of());
      Map<?, ?> quota = (Map<?, ?>) account.getOrDefault("quota", Map.of());
      table.add(
          account.get("address"),
          account.get("id"),
          Boolean.TRUE.equals(account.get("enabled")) ? "enabled" : "disabled",
          usage.get("messages"),
          usage.get("octets"),
          quota.get("octets"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  @Command(description = "Set a new password; the old one stops working at once.")
  int passwd(
      @Parameters(paramLabel = ADDRESS) String address,
      @Option(names = "--password", paramLabel = "TEXT", description = "Others can see it in ps.")
          @Nullable String password)
      throws IOException {
    admin()
        .json(
            "PUT", path(address) + "/password", Map.of("password", Password.given(password, spec)));
    return 0;
  }

  @Command(description = "Set the quota; «none» for no limit.")
  int quota(
      @Parameters(paramLabel = ADDRESS) String address,
      @Parameters(
              paramLabel = "SIZE",
              converter = Size.LimitConverter.class,
              description = "Octets, or with K, M, G; or «none».")
          Size.Limit size,
      @Option(names = "--messages", paramLabel = "N", description = "Most messages.")
          @Nullable Long messages)
      throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("octets", size.octets());
    body.put("messages", messages);
    admin().json("PUT", path(address) + "/quota", body);
    return 0;
  }

  @Command(description = "Delete an account and its mail.")
  int delete(@Parameters(paramLabel = ADDRESS) String address) throws IOException {
    admin().plain("DELETE", path(address));
    return 0;
  }

  private AdminClient admin() throws IOException {
    return AdminClient.of(restante.home());
  }

  private static String path(String address) {
    return "/accounts/" + AdminClient.encode(address);
  }
}
