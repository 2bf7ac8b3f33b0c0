package org.restante.mailstore.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.account.AccountId;
import org.restante.account.Domain;
import org.restante.account.DomainDirectory;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.Schema;
import org.restante.refusal.NotPermitted;

/** The domains in the engine's system partition. */
public final class StoredDomains implements DomainDirectory {
  private final DirectoryAccess access;
  private final Addresses addresses;

  StoredDomains(DirectoryAccess access, Addresses addresses) {
    this.access = access;
    this.addresses = addresses;
  }

  @Override
  public List<Domain> list() {
    return access.reading(open -> new Directory(open.engine()).domains());
  }

  @Override
  public Optional<Domain> find(String name) {
    return addresses
        .domainForm(name)
        .flatMap(form -> access.reading(open -> access.cached(open).domain(form)));
  }

  @Override
  public boolean isLocal(String name) {
    return addresses.isDefaultDomain(name) || find(name).isPresent();
  }

  @Override
  public Domain add(String name, QuotaLimits quota) {
    Domain domain = new Domain(normal(name), quota);
    return access.writing(
        open -> {
          if (new Directory(open.engine()).domain(domain.name()).isPresent()) {
            throw new IllegalArgumentException("the domain " + domain.name() + " is there already");
          }
          put(open, domain);
          return domain;
        });
  }

  @Override
  public void setQuota(String name, QuotaLimits quota) {
    access.writing(
        open -> {
          Domain listed = listed(open, name);
          put(open, new Domain(listed.name(), quota));
          return listed;
        });
  }

  @Override
  public void remove(String name) {
    access.writing(
        open -> {
          Domain listed = listed(open, name);
          Directory directory = new Directory(open.engine());
          directory.rows((id, row) -> checkOutside(row, listed.name()));
          try (Batch batch = system(open).batch()) {
            DirectoryWriter.commit(batch.delete(Schema.domainKey(listed.name())));
          }
          access.cached(open).domainChanged(listed.name());
          return listed;
        });
  }

  /** The new limits are in the engine first, then in all that was made of the old ones. */
  private void put(OpenEngine open, Domain domain) {
    try (Batch batch = system(open).batch()) {
      DirectoryWriter.commit(batch.put(Schema.domainKey(domain.name()), Codec.write(domain)));
    }
    CachedDirectory cached = access.cached(open);
    cached.domainChanged(domain.name());
    for (long id : inheriting(open, domain.name())) {
      cached.changed(id);
      open.limits(new AccountId(id), domain.quota());
    }
  }

  private static List<Long> inheriting(OpenEngine open, String domain) {
    List<Long> ids = new ArrayList<>();
    new Directory(open.engine())
        .rows(
            (id, row) -> {
              if (row.quota().isEmpty() && row.domain().equals(domain)) {
                ids.add(id);
              }
            });
    return ids;
  }

  private Domain listed(OpenEngine open, String name) {
    return addresses
        .domainForm(name)
        .flatMap(form -> new Directory(open.engine()).domain(form))
        .orElseThrow(() -> new IllegalArgumentException("there is no domain " + name));
  }

  private String normal(String name) {
    return addresses
        .domainForm(name)
        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no domain"));
  }

  private static void checkOutside(DirectoryRow row, String domain) {
    row.addresses()
        .filter(address -> DirectoryRow.domain(address).equals(domain))
        .findFirst()
        .ifPresent(
            address -> {
              throw new NotPermitted(
                  "the domain has the address " + address + "; delete it, or its account, first");
            });
  }

  private static Partition system(OpenEngine open) {
    return open.engine().partition(KeyValueEngine.SYSTEM_PARTITION);
  }
}
