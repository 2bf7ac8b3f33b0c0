package org.restante.mailstore.account;

import java.nio.ByteBuffer;
import org.restante.account.Domain;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.PartitionReader;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.DirectoryRow;
import org.restante.mailstore.schema.Schema;

/** The limits that hold for an account: its own, else those of its domain, else none. */
public final class StoredLimits {
  private StoredLimits() {}

  /** The limits of an account, read from the system partition. */
  public static QuotaLimits of(PartitionReader system, DirectoryRow row) {
    return row.quota().orElseGet(() -> ofDomain(system, row.domain()));
  }

  private static QuotaLimits ofDomain(PartitionReader system, String name) {
    byte[] value = system.get(Schema.domainKey(name));
    Domain listed = value == null ? null : Codec.readDomain(name, ByteBuffer.wrap(value));
    return listed == null ? QuotaLimits.NONE : listed.quota();
  }
}
