package org.restante.inspection;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;

/**
 * Recomputes what the store counts. Thread-safe; blocks for a time in proportion to the account.
 */
@ProviderType
public interface StoreInspection {

  /** Every difference in an account; empty where all is well. */
  List<Finding> inspect(AccountId account);
}
