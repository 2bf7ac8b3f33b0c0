package org.restante.mailstore.salvage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.account.AccountId;
import org.restante.keyvalue.Damage;
import org.restante.keyvalue.EngineException;
import org.restante.keyvalue.EngineUnavailable;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.directory.Directory;
import org.restante.mailstore.schema.DamagedRow;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.NoSuchAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that repairs all accounts by interval, at a bounded rate. */
public final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final EngineGate gate;
  private final StoreSalvage salvage;
  private final long interval;
  private final long rate;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("restante-scrub").unstarted(this::run);

  /**
   * Rounds.
   *
   * @param interval from the start of one to the start of the next; zero: none
   * @param rate octets of letters read in a second; zero: as many as go
   */
  public Rounds(EngineGate gate, StoreSalvage salvage, Duration interval, long rate) {
    this.gate = gate;
    this.salvage = salvage;
    this.interval = interval.toNanos();
    this.rate = rate;
  }

  /** Begins; the first round comes after a part of the interval, or when something is damaged. */
  public void start() {
    if (interval > 0) {
      thread.start();
    }
  }

  /** Ends after the letter at hand. */
  @Override
  public void close() {
    stopping.countDown();
  }

  private void run() {
    long next = System.nanoTime() + interval / 24;
    while (!waited()) {
      OpenEngine open = gate.present();
      Damage damage = open == null ? Damage.NONE : open.engine().damage();
      if (open != null && (!damage.isNone() || System.nanoTime() - next >= 0)) {
        next = System.nanoTime() + interval;
        round(open, damage);
      }
    }
  }

  private boolean waited() {
    try {
      return stopping.await(Math.min(interval, LOOK.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void round(OpenEngine open, Damage damage) {
    Pace pace = new Pace(damage.isNone() ? rate : 0, stopping);
    try {
      boolean all = true;
      for (AccountId account : new Directory(open.engine()).ids()) {
        if (stopping.getCount() == 0) {
          return;
        }
        all &= account(account, pace);
      }
      if (!damage.isNone() && all) {
        open.engine().settled(damage);
        log.warn("{} letters are damaged; 'restante damage' names them", salvage.damaged().size());
      }
    } catch (RuntimeException e) {
      log.warn("The scrub goes on after its next interval: {}", e.toString());
    }
  }

  /** Whether that is done with it; one must not keep the others from it. */
  private boolean account(AccountId account, Pace pace) {
    try {
      salvage.repair(account, pace);
      return true;
    } catch (NoSuchAccount e) {
      log.debug("Account {} has left", account.value(), e);
      return true;
    } catch (EngineUnavailable e) {
      throw e;
    } catch (MailRefusal e) {
      log.warn("Account {} was not looked through; it is tried again", account.value(), e);
      return false;
    } catch (EngineException | DamagedRow e) { // to try it soon again would not help
      log.warn("Account {} can't be looked through", account.value(), e);
      return true;
    }
  }
}
