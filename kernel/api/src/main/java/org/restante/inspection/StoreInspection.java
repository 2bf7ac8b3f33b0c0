package org.restante.inspection;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;

/**
 * Recomputes what the store keeps, on a consistent reading, while it serves. Thread-safe; blocks.
 */
@ProviderType
public interface StoreInspection {

  /** Most findings of one inspection; where there are more, the rest is left out. */
  int MOST_FINDINGS = 1_000;

  /**
   * Looks at everything of an account.
   *
   * @return what does not agree; empty where all is well
   */
  List<Finding> inspect(AccountId account);
}
