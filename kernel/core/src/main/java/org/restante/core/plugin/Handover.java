package org.restante.core.plugin;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.restante.core.connection.ClientConnection;
import org.restante.core.meter.HandoverResult;
import org.restante.core.meter.ProtocolMeters;
import org.restante.protocol.CloseReason;
import org.restante.protocol.state.StateVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one revision on their way to another. */
public final class Handover {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
  private static final Duration REPORT_PERIOD = Duration.ofMillis(200);
  private static final Duration FAREWELL_TIME = Duration.ofSeconds(3);

  private final Revision from;
  private final Revision to;
  private final HandoverCount count;

  Handover(Revision from, Revision to, ProtocolMeters meters) {
    this.from = from;
    this.to = to;
    count = new HandoverCount(meters);
  }

  /** Asks all sessions to move at their next command boundary; those who come later too. */
  void begin() {
    from.leaveBy(this);
    if (from.sessions() > 0) {
      sayVersions();
    }
    from.connections().forEach(this::send);
  }

  private void sayVersions() {
    StateVersions old = from.plugin().states();
    StateVersions next = to.plugin().states();
    OptionalInt shared = old.newestShared(next);
    if (shared.isPresent()) {
      LOG.info("{} to {}: states of version {}", from, to, shared.getAsInt());
    } else {
      LOG.warn(
          "{} has states of version {}, {} of {}: no session can move, all end; go by a revision"
              + " that has both",
          from,
          old,
          to,
          next);
    }
  }

  /**
   * Waits until all have moved; those who have not when the time is over are sent away. Where it is
   * broken off, those who have not moved stay.
   *
   * @param progress is told now and then, and at the end
   * @param goOn is asked as often: false breaks it off
   */
  HandoverProgress await(
      Duration limit, Consumer<HandoverProgress> progress, BooleanSupplier goOn) {
    long deadline = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    while (left > 0 && !from.awaitEmpty(least(REPORT_PERIOD, Duration.ofNanos(left)))) {
      progress.accept(progress());
      if (!goOn.getAsBoolean()) {
        breakOff();
        return progress();
      }
      left = deadline - System.nanoTime();
    }
    from.connections().forEach(this::drop);
    Departure.finish(from, FAREWELL_TIME);
    progress.accept(progress());
    return progress();
  }

  /** How far it is. */
  public HandoverProgress progress() {
    return count.progress(from.sessions());
  }

  void send(ClientConnection connection) {
    count.send(connection, to);
  }

  private void breakOff() {
    from.leaveBy(null);
    from.connections().forEach(connection -> connection.stayFrom(to));
  }

  private void drop(ClientConnection connection) {
    count.count(connection, HandoverResult.DROPPED);
    connection.farewell(CloseReason.BUNDLE_STOP);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
