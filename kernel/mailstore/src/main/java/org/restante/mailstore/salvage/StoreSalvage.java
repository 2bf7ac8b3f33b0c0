package org.restante.mailstore.salvage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.restante.account.AccountId;
import org.restante.inspection.DamagedLetter;
import org.restante.inspection.Finding;
import org.restante.inspection.InspectedObject;
import org.restante.inspection.StoreRepair;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.directory.Directory;
import org.restante.mailstore.meter.StoreMeters;
import org.restante.mailstore.schema.Codec;
import org.restante.mailstore.schema.HotRow;
import org.restante.mailstore.schema.Schema;
import org.restante.mailstore.scrub.Scrub;
import org.restante.message.Flags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs accounts, and remembers what can't be repaired. Thread-safe; blocks. */
public final class StoreSalvage implements StoreRepair {
  private static final Logger log = LoggerFactory.getLogger(StoreSalvage.class);

  private final EngineGate gate;
  private final Scrub scrub;
  private final StoreMeters meters;

  /** Behind a gate; one for each mail store. */
  public StoreSalvage(EngineGate gate, Scrub scrub, StoreMeters meters) {
    this.gate = gate;
    this.scrub = scrub;
    this.meters = meters;
  }

  @Override
  public List<Finding> repair(AccountId account, LongConsumer read) {
    return repair(account, Pace.unbounded(read));
  }

  /** The same at a pace; where that ends it early, what was read is on record. */
  public List<Finding> repair(AccountId account, Pace pace) {
    List<Finding> findings = new ArrayList<>(scrub.inspect(account));
    for (DamagedLetter letter : gate.call(open -> repair(open, account, pace, findings))) {
      String where = account.value() + "/" + letter.mailbox() + " UID " + letter.uid();
      findings.add(
          new Finding(InspectedObject.BLOB, where, "letter", letter.loss().name(), "whole"));
    }
    return findings;
  }

  @Override
  public List<DamagedLetter> damaged() {
    return gate.call(open -> new LossRecord(open.engine()).all());
  }

  private List<DamagedLetter> repair(
      OpenEngine open, AccountId account, Pace pace, List<Finding> findings) {
    LossRecord record = new LossRecord(open.engine());
    Lost lost = new Lost();
    boolean[] mended = new boolean[1];
    int retained = 0;
    if (!findings.isEmpty()) {
      open.slot(account)
          .exclusively(
              () -> {
                mended[0] =
                    new AccountMending(
                            open.engine().partition(account.value()), account.value(), false, lost)
                        .run();
                open.slot(account).forget();
              });
      retained = RetainedMending.run(open, account);
    }
    LetterReading reading = new LetterReading(open.engine(), account.value(), pace, lost);
    boolean whole = reading.run();
    record.of(account).stream()
        .filter(letter -> stays(open, letter, whole))
        .forEach(letter -> lost.add(letter.mailbox(), letter.uid(), letter.loss()));
    record.replace(account, lost);
    meters.repaired(InspectedObject.COUNT, mended[0] ? 1 : 0);
    meters.repaired(InspectedObject.INDEX, reading.structures() + retained);
    meters.inspected(InspectedObject.BLOB, reading.read(), lost.count());
    return record.of(account);
  }

  /** What the reading does not tell: whether lost flags were set again, and lost messages. */
  private static boolean stays(OpenEngine open, DamagedLetter letter, boolean readToTheEnd) {
    return switch (letter.loss()) {
      case CONTENT -> !readToTheEnd;
      case MESSAGE -> true;
      case FLAGS -> {
        byte[] row =
            open.engine()
                .partition(letter.account().value())
                .get(Schema.hotKey(letter.mailbox(), letter.uid()));
        if (row == null) {
          yield false;
        }
        HotRow hot = Codec.readHot(java.nio.ByteBuffer.wrap(row));
        yield hot.flags().equals(Flags.NONE);
      }
    };
  }

  /**
   * Before anybody uses an engine that has lost rows: writes what follows from what is left, and
   * passes over every number that may have been given.
   */
  public static void beforeUse(OpenEngine open) {
    Damage damage = open.engine().damage();
    if (!damage.everywhere() && damage.partitions().isEmpty()) {
      return;
    }
    log.warn("Rows were lost; the accounts are looked through: {}", damage.causes());
    List<AccountId> accounts =
        new Directory(open.engine())
            .ids().stream().filter(id -> damage.concerns(id.value())).toList();
    LinkedRows linked = new LinkedRows(open.engine(), accounts);
    long written = linked.messages();
    int whole = 0;
    for (AccountId account : accounts) {
      whole += beforeUse(open, account, linked) ? 1 : 0;
    }
    if (whole == accounts.size()) {
      open.engine().settled(damage);
    }
    log.warn(
        "Looked through {} of {} accounts: {} messages written again, {} letters not whole",
        whole,
        accounts.size(),
        written,
        new LossRecord(open.engine()).all().size());
  }

  /** An account that can't be read at all keeps nobody from the others. */
  private static boolean beforeUse(OpenEngine open, AccountId account, LinkedRows linked) {
    Lost lost = new Lost();
    try {
      new AccountMending(open.engine().partition(account.value()), account.value(), true, lost)
          .run();
      linked.links(account);
      new LossRecord(open.engine()).add(account, lost);
      return true;
    } catch (EngineUnavailable e) {
      throw e;
    } catch (EngineException e) {
      log.error("Account {} can't be read: {}", account.value(), e.getMessage());
      return false;
    }
  }
}
