package org.restante.admin.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Domain;
import org.restante.account.DomainDirectory;
import org.restante.account.QuotaLimits;

/** Domains in the shell. */
@Component(
    service = DomainCommands.class,
    property = {
      CommandProcessor.COMMAND_SCOPE + "=restante",
      CommandProcessor.COMMAND_FUNCTION + "=domains",
      CommandProcessor.COMMAND_FUNCTION + "=domainAdd",
      CommandProcessor.COMMAND_FUNCTION + "=domainQuota",
      CommandProcessor.COMMAND_FUNCTION + "=domainRemove"
    })
public final class DomainCommands {

  private final DomainDirectory directory;

  /** Over the service that the page uses. */
  @Activate
  public DomainCommands(@Reference DomainDirectory directory) {
    this.directory = directory;
  }

  /** {@code domains}. */
  @Descriptor("lists the domains with the quota of their accounts")
  public String domains() {
    Grid grid = new Grid("DOMAIN", "OCTETS", "MESSAGES");
    for (Domain domain : directory.list()) {
      grid.add(domain.name(), shown(domain.quota().octets()), shown(domain.quota().messages()));
    }
    return grid.toString();
  }

  /** {@code domainAdd NAME}. */
  @Descriptor("lists a domain as ours, without a default quota")
  public String domainAdd(String name) {
    return directory.add(name, QuotaLimits.NONE).name();
  }

  /** {@code domainQuota NAME OCTETS MESSAGES}. */
  @Descriptor("sets the quota of all its accounts that have none of their own; -1 for no limit")
  public void domainQuota(String name, long octets, long messages) {
    directory.setQuota(name, new QuotaLimits(limit(octets), limit(messages)));
  }

  /** {@code domainRemove NAME}. */
  @Descriptor("takes a domain off the list; no address may be in it")
  public void domainRemove(String name) {
    directory.remove(name);
  }

  private static Object shown(long limit) {
    return limit == QuotaLimits.UNLIMITED ? "-" : limit;
  }

  private static long limit(long typed) {
    return typed < 0 ? QuotaLimits.UNLIMITED : typed;
  }
}
