package org.restante.mailstore.salvage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.restante.account.AccountId;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.DamagedLetter.Loss;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.keyvalue.PartitionReader.Order;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;

/** The rows that say which messages are not whole. */
final class LossRecord {
  private static final int SLICE = 500;

  private final Partition system;

  LossRecord(KeyValueEngine engine) {
    this.system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
  }

  /** All of them, by account, mailbox and UID. */
  List<DamagedLetter> all() {
    return read(Schema.damaged());
  }

  List<DamagedLetter> of(AccountId account) {
    return read(Schema.damaged(account.value()));
  }

  /** Puts what an account has lost on record, in place of what was there. */
  void replace(AccountId account, Lost lost) {
    List<DamagedLetter> before = of(account);
    Map<Lost.Letter, Loss> after = lost.all();
    Slices slices = new Slices();
    for (DamagedLetter letter : before) {
      if (after.get(new Lost.Letter(letter.mailbox(), letter.uid())) != letter.loss()) {
        slices.add(
            batch ->
                batch.delete(Schema.damagedKey(account.value(), letter.mailbox(), letter.uid())));
      }
    }
    after.forEach(
        (letter, loss) -> {
          byte[] key = Schema.damagedKey(account.value(), letter.mailbox(), letter.uid());
          slices.add(batch -> batch.put(key, Codec.write(loss)));
        });
    slices.end();
  }

  /** Adds to what is on record. */
  void add(AccountId account, Lost lost) {
    of(account).forEach(letter -> lost.add(letter.mailbox(), letter.uid(), letter.loss()));
    replace(account, lost);
  }

  private List<DamagedLetter> read(KeyRange range) {
    List<DamagedLetter> found = new ArrayList<>();
    system.scan(
        range,
        Order.ASCENDING,
        Integer.MAX_VALUE,
        (key, value) -> found.add(Codec.readDamaged(key, value)));
    return found;
  }

  /** Changes in commits of bounded size; doing one twice does no harm. */
  private final class Slices {
    private final List<java.util.function.Consumer<Batch>> changes = new ArrayList<>();

    void add(java.util.function.Consumer<Batch> change) {
      changes.add(change);
      if (changes.size() == SLICE) {
        end();
      }
    }

    void end() {
      if (!changes.isEmpty()) {
        try (Batch batch = system.batch()) {
          changes.forEach(change -> change.accept(batch));
          batch.commit(Durability.SYNC);
        }
        changes.clear();
      }
    }
  }
}
