package org.restante.inspection;

import java.util.List;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.account.AccountId;

/** Repairs what an inspection finds, and names what can't be repaired. Thread-safe; blocks. */
@ProviderType
public interface StoreRepair {

  /**
   * Looks at everything of an account, reads every octet of its messages, and repairs what can be
   * proved: counters and usage from rows, structures from contents, rows of retained messages from
   * links. What can't be repaired is named by {@link #damaged} from then on.
   *
   * @return what did not agree
   */
  default List<Finding> repair(AccountId account) {
    return repair(account, octets -> {});
  }

  /**
   * The same, for those who want to know how far it is.
   *
   * @param read is told the octets of each letter when they have been read, on the caller's thread
   */
  List<Finding> repair(AccountId account, LongConsumer read);

  /**
   * The messages that are known to be damaged, of all accounts, until a repair finds them whole or
   * they are expunged.
   */
  List<DamagedLetter> damaged();
}
