package org.restante.mailstore.meter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.restante.account.QuotaLimits;

/**
 * Sums over all accounts. Each account's share is replaced as a whole, so that a share counted
 * twice does no harm. Thread-safe.
 */
public final class Totals {
  private final ConcurrentHashMap<Long, Share> shares = new ConcurrentHashMap<>();
  private final LongAdder accounts = new LongAdder();
  private final LongAdder octets = new LongAdder();
  private final LongAdder messages = new LongAdder();
  private final LongAdder retainedOctets = new LongAdder();
  private final LongAdder retainedMessages = new LongAdder();
  private final LongAdder mailboxes = new LongAdder();
  private final LongAdder unread = new LongAdder();
  private final Map<Band, LongAdder> storageBands = bands();
  private final Map<Band, LongAdder> messageBands = bands();

  /** The account's share is now this. */
  public void update(long account, Share share) {
    shares.compute(account, (id, before) -> replaced(before == null ? Share.GONE : before, share));
  }

  /** The account's share is this unless a newer one is known. */
  public void initially(long account, Share share) {
    shares.computeIfAbsent(account, id -> replaced(Share.GONE, share));
  }

  /** Other limits hold for the account, if its share is known. */
  public void limits(long account, QuotaLimits limits) {
    shares.computeIfPresent(account, (id, before) -> replaced(before, before.with(limits)));
  }

  long accounts() {
    return accounts.sum();
  }

  long octets() {
    return octets.sum();
  }

  long messages() {
    return messages.sum();
  }

  long retainedOctets() {
    return retainedOctets.sum();
  }

  long retainedMessages() {
    return retainedMessages.sum();
  }

  long mailboxes() {
    return mailboxes.sum();
  }

  long unread() {
    return unread.sum();
  }

  long storageBand(Band band) {
    return of(storageBands, band).sum();
  }

  long messageBand(Band band) {
    return of(messageBands, band).sum();
  }

  private Share replaced(Share before, Share after) {
    accounts.add((after.there() ? 1 : 0) - (before.there() ? 1 : 0));
    octets.add(after.octets() - before.octets());
    messages.add(after.messages() - before.messages());
    retainedOctets.add(after.retained().octets() - before.retained().octets());
    retainedMessages.add(after.retained().messages() - before.retained().messages());
    mailboxes.add(after.mailboxes() - before.mailboxes());
    unread.add(after.unread() - before.unread());
    addBands(before, -1);
    addBands(after, 1);
    return after;
  }

  private void addBands(Share share, int count) {
    if (share.there()) {
      Band storage = Band.of(share.octets(), share.limits().octets());
      Band message = Band.of(share.messages(), share.limits().messages());
      of(storageBands, storage).add(count);
      of(messageBands, message).add(count);
    }
  }

  private static Map<Band, LongAdder> bands() {
    Map<Band, LongAdder> bands = new EnumMap<>(Band.class);
    for (Band band : Band.values()) {
      bands.put(band, new LongAdder());
    }
    return bands;
  }

  private static LongAdder of(Map<Band, LongAdder> bands, Band band) {
    return Objects.requireNonNull(bands.get(band));
  }
}
