package org.restante.smtp.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.restante.smtp.reply.Reply;

/**
 * The timer {@code restante.delivery}: one recording for each recipient, refused ones included.
 * Belongs to the registry and goes on across an update of the bundle; each series is there from the
 * start.
 */
public final class DeliveryMeters {

  /** How the letter came. */
  public enum Protocol {
    SMTP,
    SUBMISSION,
    LMTP
  }

  /** How it ended for a recipient. */
  enum Result {
    OK,
    TEMPFAIL,
    OVERQUOTA,
    REJECT;

    static Result of(Reply reply) {
      if (reply.positive()) {
        return OK;
      }
      if (reply.status().equals("4.2.2")) {
        return OVERQUOTA;
      }
      return reply.transientFailure() ? TEMPFAIL : REJECT;
    }
  }

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private final Map<Protocol, Map<Result, Timer>> timers = new EnumMap<>(Protocol.class);

  /** Registers every series. */
  public DeliveryMeters(MeterRegistry registry) {
    for (Protocol protocol : Protocol.values()) {
      Map<Result, Timer> byResult = new EnumMap<>(Result.class);
      for (Result result : Result.values()) {
        byResult.put(result, timer(registry, protocol, result));
      }
      timers.put(protocol, byResult);
    }
  }

  /** Records what a recipient's reply says. */
  public void delivery(Protocol protocol, Reply reply, long nanos) {
    Timer timer = timers.getOrDefault(protocol, Map.of()).get(Result.of(reply));
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static Timer timer(MeterRegistry registry, Protocol protocol, Result result) {
    return Timer.builder("restante.delivery")
        .tag("protocol", protocol.name().toLowerCase(Locale.ROOT))
        .tag("result", result.name().toLowerCase(Locale.ROOT))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
