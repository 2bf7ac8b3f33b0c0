package org.restante.mailstore.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.restante.inspection.InspectedObject;
import org.restante.refusal.OverQuota;
import org.restante.refusal.OverQuota.Resource;

/** The meters of one mail store. */
public final class StoreMeters implements AutoCloseable {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final List<Meter> gauges = new ArrayList<>();
  private final Map<Source, Timer> appends = new EnumMap<>(Source.class);
  private final Map<Source, DistributionSummary> sizes = new EnumMap<>(Source.class);
  private final Counter flagsUpdated;
  private final Map<InspectedObject, Counter> checked = new EnumMap<>(InspectedObject.class);
  private final Map<InspectedObject, Counter> errors = new EnumMap<>(InspectedObject.class);
  private final Map<InspectedObject, Counter> repaired = new EnumMap<>(InspectedObject.class);

  public StoreMeters(
      MeterRegistry registry, Totals totals, QuotaDrift drift, LongSupplier viewMemory) {
    this.registry = registry;
    for (Source source : Source.values()) {
      Tags tags = Tags.of("source", source.tag());
      appends.put(source, timer(tags));
      sizes.put(source, summary(tags));
      for (Resource resource : Resource.values()) {
        rejections(source, resource);
      }
    }
    this.flagsUpdated = counter(MailMeters.FLAGS_UPDATED, Tags.of("source", "store"));
    for (InspectedObject object : InspectedObject.values()) {
      Tags tags = Tags.of("object", object.name().toLowerCase(Locale.ROOT));
      checked.put(object, counter(MailMeters.SCRUB_CHECKED, tags));
      errors.put(object, counter(MailMeters.SCRUB_ERRORS, tags));
      repaired.put(object, counter(MailMeters.SCRUB_REPAIRED, tags));
    }
    storage(totals);
    bands(totals);
    gauge(MailMeters.QUOTA_DRIFT, Tags.of("resource", "storage"), drift::octets);
    gauge(MailMeters.QUOTA_DRIFT, Tags.of("resource", "message"), drift::messages);
    gauge(MailMeters.VIEW_MEMORY, Tags.of("kind", "shared"), viewMemory);
  }

  /** Messages came in by one commit. */
  public void appended(Source source, Iterable<Long> octets, long nanos) {
    of(appends, source).record(nanos, TimeUnit.NANOSECONDS);
    octets.forEach(size -> of(sizes, source).record((double) size));
  }

  /** A quota said no. */
  public void rejected(Source source, OverQuota refusal) {
    rejections(source, refusal.resource()).increment();
  }

  /** So many messages have other flags now. */
  public void reflagged(long messages) {
    flagsUpdated.increment((double) messages);
  }

  /** An inspection looked at so many things and found so many wrong. */
  public void inspected(InspectedObject object, long looked, long found) {
    of(checked, object).increment((double) looked);
    of(errors, object).increment((double) found);
  }

  /** A repair put so many things right. */
  public void repaired(InspectedObject object, long count) {
    of(repaired, object).increment((double) count);
  }

  @Override
  public void close() {
    gauges.forEach(registry::remove);
    gauges.clear();
  }

  /** Every constant has its meter from the start. */
  private static <K, M> M of(Map<K, M> meters, K key) {
    return Objects.requireNonNull(meters.get(key));
  }

  private void storage(Totals totals) {
    gauge(
        MailMeters.STORAGE_SIZE,
        Tags.of("kind", "logical"),
        () -> totals.octets() + totals.retainedOctets());
    gauge(MailMeters.STORAGE_SIZE, Tags.of("kind", "live"), totals::octets);
    gauge(MailMeters.STORAGE_SIZE, Tags.of("kind", "retained"), totals::retainedOctets);
    gauge(MailMeters.STORAGE_MESSAGES, Tags.of("state", "live"), totals::messages);
    gauge(MailMeters.STORAGE_MESSAGES, Tags.of("state", "retained"), totals::retainedMessages);
    gauge(MailMeters.STORAGE_MAILBOXES, Tags.empty(), totals::mailboxes);
    gauge(MailMeters.STORAGE_ACCOUNTS, Tags.empty(), totals::accounts);
    gauge(MailMeters.STORAGE_UNREAD, Tags.empty(), totals::unread);
  }

  private void bands(Totals totals) {
    for (Band band : Band.values()) {
      Tags storage = Tags.of("resource", "storage", "band", band.tag());
      Tags message = Tags.of("resource", "message", "band", band.tag());
      gauge(MailMeters.QUOTA_ACCOUNTS, storage, () -> totals.storageBand(band));
      gauge(MailMeters.QUOTA_ACCOUNTS, message, () -> totals.messageBand(band));
    }
  }

  private Counter rejections(Source source, Resource resource) {
    return counter(
        MailMeters.QUOTA_REJECTIONS,
        Tags.of("protocol", source.tag(), "resource", resource.name().toLowerCase(Locale.ROOT)));
  }

  private void gauge(MailMeters meter, Tags tags, LongSupplier value) {
    gauges.add(
        Gauge.builder(meter.meter(), value, LongSupplier::getAsLong)
            .baseUnit(meter.unit())
            .tags(tags)
            .strongReference(true)
            .register(registry));
  }

  private Counter counter(MailMeters meter, Tags tags) {
    return Counter.builder(meter.meter()).tags(tags).register(registry);
  }

  private Timer timer(Tags tags) {
    return Timer.builder(MailMeters.APPEND.meter())
        .tags(tags)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private DistributionSummary summary(Tags tags) {
    return DistributionSummary.builder(MailMeters.APPEND_SIZE.meter())
        .baseUnit(MailMeters.APPEND_SIZE.unit())
        .tags(tags)
        .register(registry);
  }
}
