package org.restante.mailstore.migration;

import java.nio.ByteBuffer;
import java.util.List;
import org.restante.account.QuotaLimits;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Schema;

/**
 * Says of each account whether its limits are its own. In format 1 a directory row was {@code
 * enabled 1 | quota octets 8 | quota messages 8 | address text}, and all limits were an account's
 * own; one without any has from now on those of its domain, which has none yet.
 */
final class OwnLimits implements Step {

  private static final int OWN_LIMITS = 0x02;
  private static final int OCTETS_AT = 1;
  private static final int MESSAGES_AT = 9;

  @Override
  public int from() {
    return 1;
  }

  @Override
  public int number() {
    return 0;
  }

  @Override
  public String what() {
    return "tells accounts with limits of their own from the others";
  }

  @Override
  public void system(KeyValueEngine engine) {
    Partition system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    RowPages.visit(system, Schema.directory(), page -> rewrite(system, page));
  }

  private static void rewrite(Partition system, List<RowPages.Row> page) {
    try (Batch batch = system.batch()) {
      for (RowPages.Row row : page) {
        byte[] value = row.octetsOfValue();
        ByteBuffer old = ByteBuffer.wrap(value);
        boolean limited =
            old.getLong(OCTETS_AT) != QuotaLimits.UNLIMITED
                || old.getLong(MESSAGES_AT) != QuotaLimits.UNLIMITED;
        value[0] |= (byte) (limited ? OWN_LIMITS : 0);
        batch.put(row.octetsOfKey(), value);
      }
      batch.commit(Durability.BUFFERED);
    }
  }
}
