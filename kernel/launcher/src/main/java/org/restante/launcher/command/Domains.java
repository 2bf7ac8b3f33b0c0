package org.restante.launcher.command;

import java.io.IOException;
import java.util.HashMap;
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

/** Domains whose mail is kept here. */
@Command(
    name = "domain",
    description = "Domains whose mail is kept here, and the quota of their accounts.")
final class Domains implements Runnable {

  private static final String DOMAIN = "DOMAIN";

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which of: add, list, quota, remove?");
  }

  @Command(description = "Put a domain on the list.")
  int add(
      @Parameters(paramLabel = DOMAIN) String domain,
      @Option(
              names = "--quota",
              paramLabel = "SIZE",
              converter = Size.Converter.class,
              description = "Of each account without one of its own: octets, or with K, M, G.")
          @Nullable Size quota,
      @Option(names = "--messages", paramLabel = "N", description = "Most messages of each.")
          @Nullable Long messages)
      throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("name", domain);
    body.put("quotaOctets", quota == null ? null : quota.octets());
    body.put("quotaMessages", messages);
    admin().json("POST", "/domains", body);
    return 0;
  }

  @Command(description = "List the domains with the quota of their accounts.")
  int list() throws IOException {
    Table table = new Table(DOMAIN, "OCTETS", "MESSAGES");
    for (Map<String, Object> domain : admin().list("/domains")) {
      Map<?, ?> quota = (Map<?, ?>) domain.getOrDefault("quota", Map.of());
      table.add(domain.get("name"), quota.get("octets"), quota.get("messages"));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  @Command(description = "Set the quota of all its accounts that have none of their own.")
  int quota(
      @Parameters(paramLabel = DOMAIN) String domain,
      @Parameters(
              paramLabel = "SIZE",
              converter = Size.LimitConverter.class,
              description = "Octets, or with K, M, G; or «none».")
          Size.Limit size,
      @Option(names = "--messages", paramLabel = "N", description = "Most messages of each.")
          @Nullable Long messages)
      throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("octets", size.octets());
    body.put("messages", messages);
    admin().json("PUT", path(domain) + "/quota", body);
    return 0;
  }

  @Command(description = "Take a domain off the list; no account may have an address in it.")
  int remove(@Parameters(paramLabel = DOMAIN) String domain) throws IOException {
    admin().plain("DELETE", path(domain));
    return 0;
  }

  private AdminClient admin() throws IOException {
    return AdminClient.of(restante.home());
  }

  private static String path(String domain) {
    return "/domains/" + AdminClient.encode(domain);
  }
}
