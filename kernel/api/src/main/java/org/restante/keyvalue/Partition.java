package org.restante.keyvalue;

import org.osgi.annotation.versioning.ProviderType;

/** One account's rows. Thread-safe. */
@ProviderType
public interface Partition extends PartitionReader {

  /** The rows as they are now, unmoved by later commits. Close it: it holds storage back. */
  PartitionSnapshot snapshot();

  /** A new batch on this partition, for one thread and one commit. */
  Batch batch();
}
