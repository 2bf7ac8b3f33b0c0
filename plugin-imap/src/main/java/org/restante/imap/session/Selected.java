package org.restante.imap.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * The selected mailbox as the client knows it: which message has which number, and up to where it
 * knows the flags. The mailbox itself may be ahead; {@link SyncPoint} closes the gap.
 */
public final class Selected {
  private final MailboxRef ref;
  private final long uidValidity;
  private final boolean readOnly;
  private Numbering numbering;
  private Baseline baseline;
  private UidSet recent;
  private List<String> keywords;
  private Answered answered = Answered.NOTHING;
  private UidSet saved = UidSet.EMPTY;

  Selected(
      MailboxRef ref,
      long uidValidity,
      boolean readOnly,
      Numbering numbering,
      Baseline baseline,
      UidSet recent) {
    this.ref = ref;
    this.uidValidity = uidValidity;
    this.readOnly = readOnly;
    this.numbering = numbering;
    this.baseline = baseline;
    this.recent = recent;
    this.keywords = List.of();
  }

  /** The mailbox of a view, all of it told to the client by SELECT or EXAMINE. */
  public static Selected of(MailboxView view, boolean readOnly, UidSet recent) {
    Mailbox mailbox = view.mailbox();
    Selected selected =
        new Selected(
            mailbox.ref(),
            mailbox.uidValidity(),
            readOnly,
            new Numbering.OfView(view),
            new Baseline.OfView(view),
            recent);
    selected.keywords = view.keywords();
    return selected;
  }

  /** Which mailbox. */
  public MailboxRef ref() {
    return ref;
  }

  /** Its UIDVALIDITY. */
  public long uidValidity() {
    return uidValidity;
  }

  /** Whether it was opened by EXAMINE. */
  public boolean readOnly() {
    return readOnly;
  }

  /** Refuses to change a mailbox that is open for reading only. */
  public void requireWritable() {
    if (readOnly) {
      throw new Refused("READ-ONLY", "The mailbox is open for reading only");
    }
  }

  /** How many messages the client knows of. */
  public int exists() {
    return numbering.size();
  }

  /** The message's sequence number, or 0 where the client knows of no such message. */
  public int number(long uid) {
    return Math.max(0, numbering.indexOf(uid) + 1);
  }

  /** The sequence numbers of messages that the client knows of. */
  public UidSet numbers(UidSet uids) {
    UidSet.Builder numbers = new UidSet.Builder();
    uids.stream().map(this::number).filter(number -> number > 0).forEach(numbers::add);
    return numbers.build();
  }

  /** All messages that the client knows of. */
  public UidSet allMessages() {
    return numbering.uids();
  }

  /** Whether the message is recent for this session. */
  public boolean isRecent(long uid) {
    return recent.contains(uid);
  }

  /** How many of the messages are recent for this session. */
  public long recents() {
    return numbering.present(recent).count();
  }

  /**
   * The messages a client means, of those it knows of.
   *
   * @rfc 3501 9
   * @rfc 5182 2.1
   */
  public UidSet messages(SequenceSet set, boolean byUid) {
    if (set.isSaved()) {
      return numbering.present(saved);
    }
    int exists = numbering.size();
    if (byUid) {
      return exists == 0 ? UidSet.EMPTY : numbering.present(set.upTo(numbering.uid(exists - 1)));
    }
    if (set.exceeds(exists)) {
      throw new SyntaxError("no message has such a number");
    }
    return numbering.numbered(set.upTo(exists));
  }

  /**
   * The messages that a search key means: a number that no message has fits none.
   *
   * @rfc 3501 6.4.4
   */
  public UidSet matching(SequenceSet set, boolean byUid) {
    if (byUid || set.isSaved()) {
      return messages(set, byUid);
    }
    int exists = numbering.size();
    return exists == 0 ? UidSet.EMPTY : numbering.numbered(set.upTo(exists));
  }

  /** The messages' sequence numbers, in the same order. */
  public long[] numbers(long[] uids) {
    return LongStream.of(uids).map(this::number).toArray();
  }

  /** Keeps messages as what {@code $} means from now on. */
  public void save(UidSet uids) {
    saved = uids;
  }

  /** Notes that the flags of messages were answered as they are in a view. */
  public void answered(UidSet uids, MailboxView view) {
    answered = new Answered(uids, view);
  }

  /**
   * Notes that the client changed flags without asking for an answer: where they now are what it
   * must believe them to be, there is nothing to tell.
   *
   * @rfc 3501 6.4.6
   */
  public void keptSilent(UidSet uids, FlagUpdate update, MailboxView view) {
    UidSet.Builder believed = new UidSet.Builder();
    uids.stream()
        .filter(uid -> isBelieved(uid, update, view.flags(view.indexOf(uid))))
        .forEach(believed::add);
    answered(believed.build(), view);
  }

  /**
   * Of messages that changed since the client looked, those whose flags that an update is about are
   * as the client knows them. It may know later ones than it says: then they are not among these.
   *
   * @rfc 7162 3.1.12
   */
  public UidSet changedOtherwise(UidSet uids, FlagUpdate update, MailboxView now) {
    UidSet.Builder otherwise = new UidSet.Builder();
    if (update.mode() != FlagUpdate.Mode.REPLACE && baseline instanceof Baseline.OfView told) {
      long since = update.unchangedSince().orElse(0);
      now.present(uids).stream()
          .filter(uid -> told.wasChangedBefore(uid, since))
          .filter(uid -> isUntouched(told, uid, update.flags(), now))
          .forEach(otherwise::add);
    }
    return otherwise.build();
  }

  private static boolean isUntouched(Baseline told, long uid, Flags touched, MailboxView now) {
    Flags after = now.flags(now.indexOf(uid));
    return told.flags(uid)
        .filter(before -> common(before, touched).equals(common(after, touched)))
        .isPresent();
  }

  private static Flags common(Flags some, Flags others) {
    return some.minus(some.minus(others));
  }

  private boolean isBelieved(long uid, FlagUpdate update, Flags flags) {
    return baseline.flags(uid).map(update::applyTo).filter(flags::equals).isPresent();
  }

  /** Whether the client knows all that a view holds. */
  boolean isUpTo(MailboxView view) {
    return numbering instanceof Numbering.OfView numbered
        && numbered.view() == view
        && baseline instanceof Baseline.OfView told
        && told.view() == view;
  }

  /** MODSEQ up to which the client has been told everything. */
  public long knownModSeq() {
    return Math.min(numbering.modSeq(), baseline.modSeq());
  }

  Numbering numbering() {
    return numbering;
  }

  Baseline baseline() {
    return baseline;
  }

  UidSet recent() {
    return recent;
  }

  UidSet saved() {
    return saved;
  }

  Answered takeAnswered() {
    Answered taken = answered;
    answered = Answered.NOTHING;
    return taken;
  }

  void claimed(UidSet more) {
    recent = recent.union(more);
  }

  void numberedAs(MailboxView view) {
    numbering = new Numbering.OfView(view);
  }

  void toldUpTo(MailboxView view) {
    baseline = new Baseline.OfView(view);
  }

  /**
   * Tells new keywords, ahead of the messages that have them, beside all that the client may still
   * see: messages that have lost theirs, or are gone, are told behind.
   */
  void tellKeywords(ImapWriter out, MailboxView view) {
    if (!keywords.containsAll(view.keywords())) {
      Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      all.addAll(baseline instanceof Baseline.OfView told ? told.view().keywords() : keywords);
      all.addAll(view.keywords());
      keywords = List.copyOf(all);
      FlagsResponse.write(out, keywords, readOnly);
    }
  }
}
