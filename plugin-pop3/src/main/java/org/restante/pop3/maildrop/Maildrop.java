package org.restante.pop3.maildrop;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.mail.MailStore;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.refusal.NoSuchMailbox;

/**
 * INBOX as it was at login, with this session's marks. Numbers count from 1 and never shift.
 *
 * @rfc 1939 4
 */
public final class Maildrop {

  private static final long UNKNOWN = -1;

  /** A keyword: an IMAP client that reads a letter does not retrieve it. */
  private static final String RETRIEVED = "$POP3Retrieved";

  private final MailStore store;
  private final MaildropState state;
  private final Numbering numbering;
  private final BitSet deleted;
  private final BitSet retrieved;

  /**
   * Sizes by number, read by the first command that wants them all; {@link #UNKNOWN} where gone.
   */
  private long @Nullable [] sizes;

  /** The maildrop of a state, which another session may have left. */
  public Maildrop(MailStore store, MaildropState state) {
    this.store = store;
    this.state = state;
    this.numbering = new Numbering(state.uids());
    this.deleted = numbers(state.deleted());
    this.retrieved = numbers(state.retrieved());
  }

  /** An account's maildrop as it is now. */
  public static Maildrop open(MailStore store, AccountId account) {
    Mailbox inbox =
        store.mailbox(account, MailboxName.INBOX).orElseThrow(() -> new NoSuchMailbox("INBOX"));
    MailboxView view = store.view(inbox.ref());
    UidSet.Builder uids = new UidSet.Builder();
    for (int i = 0; i < view.exists(); i++) {
      uids.add(view.uid(i));
    }
    Mailbox now = view.mailbox();
    return new Maildrop(
        store,
        new MaildropState(
            now.ref(), now.uidValidity(), now.octets(), uids.build(), UidSet.EMPTY, UidSet.EMPTY));
  }

  /** Everything that another session needs to go on with this maildrop. */
  public MaildropState state() {
    return new MaildropState(
        state.inbox(),
        state.uidValidity(),
        state.octets(),
        numbering.uids(),
        uids(deleted),
        uids(retrieved));
  }

  /** Highest number. */
  public int count() {
    return numbering.count();
  }

  /** Messages that are not marked; once all sizes are known, those of them that were there. */
  public int remaining() {
    long[] known = sizes;
    return known == null ? count() - deleted.cardinality() : (int) there(known).count();
  }

  /** Octets of the messages that are not marked; once all sizes are known, the sum of these. */
  public long remainingOctets() {
    if (deleted.isEmpty() && sizes == null) {
      return state.octets();
    }
    long[] known = sizes();
    return there(known).mapToLong(number -> known[number]).sum();
  }

  private IntStream there(long[] known) {
    return IntStream.rangeClosed(1, count())
        .filter(number -> !deleted.get(number) && known[number] >= 0);
  }

  /** Whether there is a message of this number and it is not marked. */
  public boolean has(int number) {
    return number >= 1 && number <= count() && !deleted.get(number);
  }

  /** Whether the message of this number is marked. */
  public boolean marked(int number) {
    return deleted.get(number);
  }

  /** Visits all numbers that are not marked, of messages that were there when sizes were read. */
  public void each(IntConsumer visitor) {
    there(sizes()).forEach(visitor);
  }

  /** Reads all sizes, once, so that no store is asked in the middle of a response. */
  public void loadSizes() {
    sizes();
  }

  /** Octets of a message, or less than 0 where it was gone before anybody asked. */
  public long size(int number) {
    return sizes()[number];
  }

  /** Octets of one message, read for it alone; empty where it is gone. */
  public Optional<Long> sizeNow(int number) {
    try (MailboxSnapshot snapshot = store.snapshot(state.inbox())) {
      return snapshot.message(numbering.uid(number)).map(StoredMessage::size);
    }
  }

  /** The same as long as the message is there, and never given to another one. */
  public String uniqueId(int number) {
    return state.uidValidity() + "." + numbering.uid(number);
  }

  /** The octets of a message; empty where it is gone. */
  public Optional<MessageContent> content(int number) {
    try (MailboxSnapshot snapshot = store.snapshot(state.inbox())) {
      return snapshot.message(numbering.uid(number)).map(snapshot::content);
    }
  }

  /** Notes that a message was sent whole. */
  public void retrieved(int number) {
    retrieved.set(number);
  }

  /** Marks a message. */
  public void mark(int number) {
    deleted.set(number);
  }

  /** Takes all marks back. */
  public void unmark() {
    deleted.clear();
  }

  /** Removes the marked messages in one commit; returns how many were still there. */
  public long removeMarked() {
    return deleted.isEmpty()
        ? 0
        : store.expunge(state.inbox(), uids(deleted), ExpungeScope.ALL).count();
  }

  /** Says in the store which messages were retrieved in this session and stay. */
  public void noteRetrieved() {
    BitSet left = left();
    if (!left.isEmpty()) {
      FlagUpdate update = new FlagUpdate(FlagUpdate.Mode.ADD, new Flags(0, List.of(RETRIEVED)));
      store.updateFlags(state.inbox(), uids(left), update);
    }
  }

  /**
   * Removes the messages of this maildrop that were retrieved, in this session or an earlier one,
   * and came into INBOX before an instant; returns how many.
   */
  public long expire(Instant before) {
    UidSet.Builder old = new UidSet.Builder();
    try (MailboxSnapshot snapshot = store.snapshot(state.inbox())) {
      MailboxView view = snapshot.view();
      UidSet.Builder retrievedOnce = new UidSet.Builder();
      view.present(numbering.uids()).stream()
          .filter(uid -> view.flags(view.indexOf(uid)).has(RETRIEVED))
          .forEach(retrievedOnce::add);
      snapshot.messages(
          retrievedOnce.build(),
          message -> {
            if (!message.saveDate().isAfter(before)) {
              old.add(message.uid());
            }
            return true;
          });
    }
    UidSet expired = old.build();
    expired.stream().forEach(uid -> retrieved.clear(numbering.number(uid)));
    return expired.isEmpty() ? 0 : store.expunge(state.inbox(), expired, ExpungeScope.ALL).count();
  }

  /** Messages that were retrieved and not marked. */
  public int retained() {
    return left().cardinality();
  }

  private BitSet left() {
    BitSet left = (BitSet) retrieved.clone();
    left.andNot(deleted);
    return left;
  }

  private long[] sizes() {
    long[] known = sizes;
    if (known == null) {
      known = readSizes();
      sizes = known;
    }
    return known;
  }

  private long[] readSizes() {
    long[] read = new long[count() + 1];
    Arrays.fill(read, UNKNOWN);
    try (MailboxSnapshot snapshot = store.snapshot(state.inbox())) {
      snapshot.messages(
          numbering.uids(),
          message -> {
            read[numbering.number(message.uid())] = message.size();
            return true;
          });
    }
    return read;
  }

  private BitSet numbers(UidSet uids) {
    BitSet numbers = new BitSet();
    uids.stream().forEach(uid -> numbers.set(numbering.number(uid)));
    return numbers;
  }

  private UidSet uids(BitSet numbers) {
    UidSet.Builder uids = new UidSet.Builder();
    numbers.stream().forEach(number -> uids.add(numbering.uid(number)));
    return uids.build();
  }
}
