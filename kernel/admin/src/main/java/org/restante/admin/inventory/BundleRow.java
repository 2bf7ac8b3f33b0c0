package org.restante.admin.inventory;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.restante.deploy.RevisionFigures;

/**
 * A bundle.
 *
 * @param name its symbolic name; the file's name where it has none
 * @param version its version; empty where it has none
 * @param state the framework's word, or the deployer's where it owns the bundle
 * @param protocol what it serves; empty for nothing
 * @param file its file in the deploy folder; empty for a bundle of the distribution
 * @param sessions sessions that it serves now
 * @param share of the accounts, 0 to 1, whose sessions it gets
 * @param figures what their commands came to
 * @param detail why it does not serve, who a canary serves, how long a standby is kept; else empty
 */
public record BundleRow(
    String name,
    String version,
    String state,
    String protocol,
    String file,
    int sessions,
    double share,
    RevisionFigures figures,
    String detail) {

  /** The share for people: {@code 5 %}; empty where it serves no protocol. */
  public String shareText() {
    return protocol.isEmpty()
        ? ""
        : new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share);
  }

  /** The errors for people: {@code 0.3 %}; empty where it has done nothing. */
  public String errorText() {
    return figures.commands() == 0
        ? ""
        : String.format(Locale.ROOT, "%.2f %%", 100 * figures.errorRatio());
  }

  /** The p99 for people: {@code 12.5 ms}; empty where it has done nothing. */
  public String p99Text() {
    return figures.commands() == 0
        ? ""
        : String.format(Locale.ROOT, "%.1f ms", figures.p99().toNanos() / 1e6);
  }
}
