package org.restante.mailstore.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.OptionalLong;
import org.restante.account.Account;
import org.restante.account.Domain;
import org.restante.mailstore.account.OpenEngine;

/** Accounts looked up lately; of one engine, and only where nobody else writes to it. */
final class CachedDirectory {
  private static final int MOST = 50_000;

  private final OpenEngine home;
  private final Directory directory;
  private final Cache<Long, Account> accounts = cache();
  private final Cache<String, Long> ids = cache();
  private final Cache<String, Optional<Domain>> domains = cache();

  CachedDirectory(OpenEngine home) {
    this.home = home;
    this.directory = new Directory(home.engine());
  }

  OpenEngine home() {
    return home;
  }

  Optional<Account> find(long id) {
    return home.exclusive()
        ? Optional.ofNullable(accounts.get(id, key -> directory.find(key).orElse(null)))
        : directory.find(id);
  }

  Optional<Account> find(String address) {
    if (!home.exclusive()) {
      OptionalLong id = directory.id(address);
      return id.isPresent() ? directory.find(id.getAsLong()) : Optional.empty();
    }
    Long id = ids.get(address, key -> directory.id(key).stream().boxed().findFirst().orElse(null));
    return id == null ? Optional.empty() : find(id);
  }

  Optional<Domain> domain(String name) {
    return home.exclusive() ? domains.get(name, directory::domain) : directory.domain(name);
  }

  /** The domain has another row now, or none. */
  void domainChanged(String name) {
    domains.invalidate(name);
  }

  /** The address is nobody's now. */
  void freed(String address) {
    ids.invalidate(address);
  }

  /** The account has other rows now. */
  void changed(long id) {
    accounts.invalidate(id);
  }

  /** The account is gone. */
  void left(long id) {
    ids.asMap().values().removeIf(known -> known == id);
    accounts.invalidate(id);
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
  }
}
