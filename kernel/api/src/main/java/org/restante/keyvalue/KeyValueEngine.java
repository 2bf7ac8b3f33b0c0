package org.restante.keyvalue;

import org.osgi.annotation.versioning.ProviderType;
import org.restante.blob.BlobStore;

/**
 * An ordered key-value space, one partition per account, with blobs beside it.
 *
 * <p>Thread-safe. Every call may throw {@link EngineUnavailable} while the engine is closing or
 * closed, and {@link EngineException} where the storage fails.
 */
@ProviderType
public interface KeyValueEngine {

  /** The partition that holds what belongs to no account: the account directory, id counters. */
  long SYSTEM_PARTITION = 0;

  /** The partition of an account; cheap, opens nothing, and may be kept. */
  Partition partition(long accountId);

  /** The contents of letters. */
  BlobStore blobs();

  /**
   * What this engine found damaged and could not mend by itself, since it was opened; {@link
   * Damage#NONE} where all is whole. The mail model looks through what is named, mends what it can,
   * and calls {@link #settled}.
   */
  default Damage damage() {
    return Damage.NONE;
  }

  /** The damage is known and dealt with: it is not named again. */
  default void settled(Damage damage) {}

  /** What this engine promises and where its limits are. */
  EngineCapabilities capabilities();
}
