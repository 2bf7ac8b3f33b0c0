package org.restante.launcher.command;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.restante.launcher.admin.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists bundles. */
@Command(
    name = "bundles",
    description =
        "List the bundles, their states, the sessions that they serve, and what those came to.")
final class Bundles implements Callable<Integer> {

  @ParentCommand private Restante restante = new Restante();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Table table =
        new Table(
            "NAME", "VERSION", "STATE", "PROTOCOL", "SESSIONS", "SHARE", "ERRORS", "P99", "DETAIL");
    for (Map<String, Object> bundle : AdminClient.of(restante.home()).list("/bundles")) {
      table.add(
          bundle.get("name"),
          bundle.get("version"),
          bundle.get("state"),
          bundle.get("protocol"),
          bundle.get("sessions"),
          share(bundle),
          measured(bundle, "%.2f %%", 100, "errorRatio"),
          measured(bundle, "%.1f ms", 1, "p99Millis"),
          bundle.getOrDefault("detail", bundle.get("problem")));
    }
    table.print(spec.commandLine().getOut());
    return 0;
  }

  private static @Nullable String share(Map<String, Object> bundle) {
    return bundle.get("share") instanceof Number share
        ? new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share)
        : null;
  }

  /** A figure of one that has carried out commands. */
  private static @Nullable String measured(
      Map<String, Object> bundle, String form, int factor, String key) {
    boolean busy = bundle.get("commands") instanceof Number commands && commands.longValue() > 0;
    return busy && bundle.get(key) instanceof Number figure
        ? String.format(Locale.ROOT, form, factor * figure.doubleValue())
        : null;
  }
}
