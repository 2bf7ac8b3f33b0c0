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
@Command(
    name = "account",
    description = "Accounts: add, list, change, delete, bring back.",
    subcommands = {Aliases.class, AppPasswords.class})
final class Accounts implements Runnable {

  private static final String ADDRESS = "ADDRESS";

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "which of: add, list, passwd, app-password, quota, alias, enable, disable, delete,"
            + " deleted, restore, purge?");
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
              description = "Octets, or with K, M, G; without it the domain's default holds.")
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
    Table table = new Table(ADDRESS, "ID", "STATE", "MESSAGES", "OCTETS", "QUOTA", "ALIASES");
    for (Map<String, Object> account : admin().list("/accounts")) {
      Map<?, ?> usage = (Map<?, ?>) account.getOrDefault("usage", Map.of());
      Map<?, ?> quota = (Map<?, ?>) account.getOrDefault("quota", Map.of());
      table.add(
          account.get("address"),
          account.get("id"),
          Boolean.TRUE.equals(account.get("enabled")) ? "enabled" : "disabled",
          usage.get("messages"),
          usage.get("octets"),
          shown(quota),
          ((List<?>) account.getOrDefault("aliases", List.of())).size());
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  /** A limit that comes from the domain is marked. */
  private static @Nullable String shown(Map<?, ?> quota) {
    Object octets = quota.get("octets");
    boolean inherited = Boolean.TRUE.equals(quota.get("default"));
    return octets == null ? null : octets + (inherited ? " (domain)" : "");
  }

  @Command(description = "Set a new password; the old one stops working at once.")
  int passwd(
      @Parameters(paramLabel = ADDRESS) String address,
      @Option(names = "--none", description = "No password: application passwords only.")
          boolean none,
      @Option(names = "--password", paramLabel = "TEXT", description = "Others can see it in ps.")
          @Nullable String password)
      throws IOException {
    if (none) {
      admin().plain("DELETE", path(address) + "/password");
      return 0;
    }
    admin()
        .json(
            "PUT", path(address) + "/password", Map.of("password", Password.given(password, spec)));
    return 0;
  }

  @Command(description = "Set the quota; «none» for no limit, «default» for the domain's.")
  int quota(
      @Parameters(paramLabel = ADDRESS) String address,
      @Parameters(
              paramLabel = "SIZE",
              converter = Size.LimitConverter.class,
              description = "Octets, or with K, M, G; or «none», or «default».")
          Size.Limit size,
      @Option(names = "--messages", paramLabel = "N", description = "Most messages.")
          @Nullable Long messages)
      throws IOException {
    Map<String, Object> body = new HashMap<>();
    if (size.inherited()) {
      body.put("default", true);
    } else {
      body.put("octets", size.octets());
      body.put("messages", messages);
    }
    admin().json("PUT", path(address) + "/quota", body);
    return 0;
  }

  @Command(description = "Let an account log in.")
  int enable(@Parameters(paramLabel = ADDRESS) String address) throws IOException {
    admin().json("PUT", path(address) + "/enabled", Map.of("enabled", true));
    return 0;
  }

  @Command(description = "Let an account log in no more; it still gets mail.")
  int disable(@Parameters(paramLabel = ADDRESS) String address) throws IOException {
    admin().json("PUT", path(address) + "/enabled", Map.of("enabled", false));
    return 0;
  }

  @Command(
      description =
          "Delete an account and its mail; «restore» brings it back while it is retained.")
  int delete(@Parameters(paramLabel = ADDRESS) String address) throws IOException {
    admin().plain("DELETE", path(address));
    return 0;
  }

  @Command(description = "List the deleted accounts that can be brought back.")
  int deleted() throws IOException {
    Table table = new Table("ID", ADDRESS, "DELETED");
    for (Map<String, Object> account : admin().list("/deleted-accounts")) {
      table.add(account.get("id"), account.get("address"), account.get("removed"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  @Command(description = "Bring a deleted account back, with its mail; «deleted» lists them.")
  int restore(@Parameters(paramLabel = "ID") long id) throws IOException {
    Object address = admin().plain("POST", "/deleted-accounts/" + id).get("address");
    spec.commandLine().getOut().println("restored " + address);
    return 0;
  }

  @Command(description = "Remove a deleted account for good; nothing brings it back.")
  int purge(@Parameters(paramLabel = "ID") long id) throws IOException {
    admin().plain("DELETE", "/deleted-accounts/" + id);
    return 0;
  }

  AdminClient admin() throws IOException {
    return AdminClient.of(restante.home());
  }

  static String path(String address) {
    return "/accounts/" + AdminClient.encode(address);
  }
}
