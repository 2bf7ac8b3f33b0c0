package org.restante.keyvalue;

import org.osgi.annotation.versioning.ProviderType;

/** A consistent reading of one partition. Thread-safe until closed. */
@ProviderType
public interface PartitionSnapshot extends PartitionReader, AutoCloseable {

  @Override
  void close();
}
