package org.restante.keyvalue;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.restante.blob.BlobId;

/**
 * Changes to one partition that are applied whole or not at all. Not thread-safe; commits once.
 *
 * <p>Operations apply in the order in which they were added. Close a batch in every case.
 */
@ProviderType
public interface Batch extends AutoCloseable {

  /** Most octets about a link. */
  int ABOUT = 256;

  /**
   * Commit only if the key has this value now (null: no row). An {@link
   * EngineCapabilities#exclusive} engine may skip guards, since its one writer already knows.
   */
  Batch guard(byte[] key, byte @Nullable [] expected);

  /** Sets a row. */
  Batch put(byte[] key, byte[] value);

  /** Removes a row, if there is one. */
  Batch delete(byte[] key);

  /** Removes all rows of a range. */
  Batch deleteRange(KeyRange range);

  /**
   * Records that {@code owner} (an id unique in this partition) uses a blob. The blob is stored, or
   * sealed in a draft that is still open; an engine may write a small sealed blob with this batch.
   *
   * @param about what the caller would want to know of this use if its own rows were damaged, in at
   *     most {@link #ABOUT} octets; linking again replaces it
   */
  Batch link(BlobId blob, long owner, byte[] about);

  /** Takes a link back. A blob without links is collected after its grace period. */
  Batch unlink(BlobId blob, long owner);

  /** Operations so far, to stay inside {@link EngineCapabilities#batchOperations}. */
  int operations();

  /** Octets of keys and values so far, to stay inside {@link EngineCapabilities#batchOctets}. */
  long octets();

  /** Applies the batch. Returns when it is visible and as durable as asked for. */
  CommitResult commit(Durability durability);

  /** Frees the batch; what was not committed is dropped. */
  @Override
  void close();
}
