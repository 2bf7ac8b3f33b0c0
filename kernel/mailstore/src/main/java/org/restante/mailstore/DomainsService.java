package org.restante.mailstore;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.restante.account.Domain;
import org.restante.account.DomainDirectory;
import org.restante.account.QuotaLimits;

/** The domains of the mail store as a service. */
@Component(service = DomainDirectory.class)
public final class DomainsService implements DomainDirectory {
  private final DomainDirectory domains;

  /** The domains of this store. */
  @Activate
  public DomainsService(@Reference EngineMailStore store) {
    this.domains = store.accounts().domains();
  }

  @Override
  public List<Domain> list() {
    return domains.list();
  }

  @Override
  public Optional<Domain> find(String name) {
    return domains.find(name);
  }

  @Override
  public boolean isLocal(String name) {
    return domains.isLocal(name);
  }

  @Override
  public Domain add(String name, QuotaLimits quota) {
    return domains.add(name, quota);
  }

  @Override
  public void setQuota(String name, QuotaLimits quota) {
    domains.setQuota(name, quota);
  }

  @Override
  public void remove(String name) {
    domains.remove(name);
  }
}
