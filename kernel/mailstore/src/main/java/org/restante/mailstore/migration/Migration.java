package org.restante.mailstore.migration;

import java.util.List;
import java.util.function.Consumer;
import org.restante.keyvalue.Batch;
import org.restante.keyvalue.CommitResult;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.KeyRange;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.keyvalue.Partition;
import org.restante.mailstore.row.RowPages;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.schema.SystemRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of an engine's rows to this release's format. Blocks; for one caller at a time. */
public final class Migration {
  private static final Logger log = LoggerFactory.getLogger(Migration.class);

  // in the order in which they run, by number; those of one format side by side
  private static final List<Step> STEPS = List.of(new OwnLimits(), new TellingLinks());

  private static final int TELL_EVERY = 100;

  private final KeyValueEngine engine;
  private final Partition system;
  private final Consumer<String> progress;

  private Migration(KeyValueEngine engine, Consumer<String> progress) {
    this.engine = engine;
    this.system = engine.partition(KeyValueEngine.SYSTEM_PARTITION);
    this.progress = progress;
  }

  /**
   * Brings an engine from an older format to this release's; where an earlier run was cut off, from
   * there on.
   *
   * @param progress is told how far it is, in words
   */
  public static void run(KeyValueEngine engine, int from, Consumer<String> progress) {
    Migration migration = new Migration(engine, progress);
    for (int format = from; format < Schema.FORMAT; format++) {
      migration.leave(format);
    }
  }

  private void leave(int format) {
    List<Step> steps = STEPS.stream().filter(step -> step.from() == format).toList();
    SystemRow.Migration begun = marker(format + 1);
    for (Step step : steps) {
      boolean resumed = step.number() == begun.step();
      if (step.number() >= begun.step()) {
        if (!resumed || begun.account() == 0) {
          step.system(engine);
        }
        accounts(step, format + 1, resumed ? begun.account() : 0);
      }
    }
    arrived(format + 1);
    log.info("The data is of format {} now", format + 1);
  }

  private void accounts(Step step, int format, long done) {
    long[] accounts = {0};
    log.info("The data is brought to format {}: {}", format, step.what());
    RowPages.visit(
        system,
        Schema.directory(),
        page -> {
          for (RowPages.Row row : page) {
            long account = Schema.number(row.key());
            accounts[0]++;
            if (account > done) {
              step.account(engine, account);
              mark(new SystemRow.Migration(format, step.number(), account));
            }
            tell(step, format, accounts[0]);
          }
        });
    mark(new SystemRow.Migration(format, step.number() + 1, 0));
  }

  private void tell(Step step, int format, long accounts) {
    String text = "the data is brought to format %d: %s, %d accounts so far";
    String now = text.formatted(format, step.what(), accounts);
    progress.accept(now);
    if (accounts % TELL_EVERY == 0) {
      log.info("{}", now);
    }
  }

  private SystemRow.Migration marker(int format) {
    byte[] stored = system.get(Schema.migrationKey());
    SystemRow.Migration row = stored == null ? null : Codec.readMigration(stored);
    return row == null || row.format() != format ? new SystemRow.Migration(format, 0, 0) : row;
  }

  private void mark(SystemRow.Migration row) {
    try (Batch batch = system.batch()) {
      commit(batch.put(Schema.migrationKey(), Codec.write(row)), Durability.BUFFERED);
    }
  }

  /** The one durable commit: what was written before it is on the disk when it is. */
  private void arrived(int format) {
    byte[] stored = system.get(Schema.systemKey());
    if (stored == null) {
      throw new EngineException("the system row is gone", null);
    }
    SystemRow row = Codec.readSystem(stored);
    try (Batch batch = system.batch()) {
      batch
          .deleteRange(KeyRange.prefix(Schema.migrationKey()))
          .put(Schema.systemKey(), Codec.write(new SystemRow(format, row.nextAccountId())));
      commit(batch, Durability.SYNC);
    }
  }

  private static void commit(Batch batch, Durability durability) {
    CommitResult result = batch.commit(durability);
    if (result != CommitResult.COMMITTED) {
      throw new EngineException("the migration could not write: " + result, null);
    }
  }
}
