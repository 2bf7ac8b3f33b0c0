package org.restante.keyvalue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Reads of one partition. Keys are the caller's; the engine keeps partitions apart. */
@ProviderType
public interface PartitionReader {

  /** The value of a key, or null. */
  byte @Nullable [] get(byte[] key);

  /** The values of many keys in the order of the keys, null where there is none; one round trip. */
  List<byte @Nullable []> getMany(List<byte[]> keys);

  /**
   * Visits the rows of a range in key order.
   *
   * @param order ascending or descending
   * @param limit at most this many rows; go on from the last key with {@link KeyRange#after}
   * @param visitor is called on this thread and must not block: it holds the engine open
   * @return the number of rows visited
   */
  int scan(KeyRange range, Order order, int limit, RowVisitor visitor);

  /** The direction of a scan. */
  enum Order {
    /** From the lowest key to the highest. */
    ASCENDING,
    /** From the highest key to the lowest. */
    DESCENDING
  }
}
