package org.restante.account;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The domains whose mail is kept here, and what holds for their accounts. The default domain is one
 * of them whether or not it is listed. Thread-safe; calls block.
 */
@ProviderType
public interface DomainDirectory {

  /** All listed domains, by name. */
  List<Domain> list();

  /** A listed domain; any case. */
  Optional<Domain> find(String name);

  /** Whether mail for a domain is kept here: it is listed, or the default domain; any case. */
  boolean isLocal(String name);

  /**
   * Lists a domain. Accounts may have been in it before.
   *
   * @throws IllegalArgumentException if the name is taken or malformed; the text says which
   */
  Domain add(String name, QuotaLimits quota);

  /**
   * Replaces the default limits, durably: at once those of every account of the domain that has
   * none of its own.
   *
   * @throws IllegalArgumentException if the domain is not listed
   */
  void setQuota(String name, QuotaLimits quota);

  /**
   * Takes a domain off the list.
   *
   * @throws IllegalArgumentException if the domain is not listed
   * @throws org.restante.refusal.NotPermitted while an account has an address in it
   */
  void remove(String name);
}
