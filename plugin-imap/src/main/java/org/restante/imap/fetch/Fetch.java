package org.restante.imap.fetch;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.restante.imap.extension.Feature;
import org.restante.imap.fetch.FetchItem.Field;
import org.restante.imap.fetch.FetchModifier.ChangedSince;
import org.restante.imap.letter.OpenLetter;
import org.restante.imap.mailbox.Departed;
import org.restante.imap.session.Command;
import org.restante.imap.session.CommandRow.Sync;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.Modifiers;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.FlagUpdate.Mode;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.DiskFull;

/**
 * FETCH and UID FETCH.
 *
 * @param set the messages
 * @param items what to tell of each, in this order
 * @param modifiers what else it was given
 * @param byUid whether the set is one of UIDs
 * @rfc 3501 6.4.5
 * @rfc 3501 6.4.8
 * @rfc 7162 3.1.4
 */
public record Fetch(
    SequenceSet set, List<FetchItem> items, Modifiers<FetchModifier> modifiers, boolean byUid)
    implements Command.InMailbox {
  private static final FlagUpdate SEEN = new FlagUpdate(Mode.ADD, Flags.of(SystemFlag.SEEN));

  // So many are marked as seen at a time: a client that goes away has not lost more news than this.
  private static final int MARKED_AT_A_TIME = 100;

  /** Copies the items. */
  public Fetch {
    items = List.copyOf(items);
  }

  /** Reads a FETCH. */
  public static Fetch read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID FETCH, whose every response has the UID in it. */
  public static Fetch readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Fetch read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet set = in.expectSequenceSet();
    in.expectSpace();
    List<FetchItem> items = FetchItemSyntax.readAll(in, byUid);
    Modifiers<FetchModifier> modifiers = FetchModifier.TABLE.takeBehindSpace(in);
    if (modifiers.find(ChangedSince.class).isPresent() && !items.contains(Field.MODSEQ)) {
      items.add(Field.MODSEQ);
    }
    return new Fetch(set, items, modifiers, byUid);
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    boolean vanished = asksVanished(conversation);
    if (items.contains(Field.MODSEQ)) {
      conversation.enable(Feature.CONDSTORE);
    }
    if (vanished) {
      tellVanished(conversation, selected, modifiers.find(ChangedSince.class).orElseThrow());
    }
    UidSet named = changed(conversation, selected, page(selected.messages(set, byUid)));
    UidSet uids = conversation.limit().enforced(named);
    boolean marks = !selected.readOnly() && items.stream().anyMatch(FetchItem::marksSeen);
    long answered =
        marks
            ? markAndAnswer(conversation, selected, uids)
            : answer(conversation, selected, uids, UidSet.EMPTY);
    return answered < uids.count() && !byUid
        ? Completion.no("EXPUNGEISSUED", "Some of the messages are expunged")
        : Completion.ok("FETCH completed");
  }

  /** Those of the messages on the page asked for, where one was. */
  private UidSet page(UidSet uids) {
    Optional<FetchModifier.Partial> partial = modifiers.find(FetchModifier.Partial.class);
    if (partial.isPresent() && !byUid) {
      throw new SyntaxError("PARTIAL is for UID FETCH");
    }
    return partial.map(range -> range.of(uids)).orElse(uids);
  }

  private boolean asksVanished(Conversation conversation) {
    boolean asked = modifiers.has(new FetchModifier.Vanished());
    boolean allowed =
        byUid
            && modifiers.find(ChangedSince.class).isPresent()
            && conversation.has(Feature.QRESYNC);
    if (asked && !allowed) {
      throw new SyntaxError("VANISHED needs UID FETCH, CHANGEDSINCE, and QRESYNC enabled");
    }
    return asked;
  }

  /**
   * Tells which messages of the set left, those that the client never heard of too.
   *
   * @rfc 7162 3.2.6
   */
  private void tellVanished(Conversation conversation, Selected selected, ChangedSince since) {
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      long last = Math.max(1, snapshot.view().mailbox().uidNext() - 1);
      Departed.since(conversation, snapshot, since.modSeq(), set.upTo(last))
          .tellVanished(conversation.out(), 0);
    }
  }

  /** Those of the messages that changed since the time asked for, where one was. */
  private UidSet changed(Conversation conversation, Selected selected, UidSet uids) {
    Optional<ChangedSince> since = modifiers.find(ChangedSince.class);
    if (since.isEmpty()) {
      return uids;
    }
    MailboxView view = conversation.store().view(selected.ref());
    UidSet.Builder changed = new UidSet.Builder();
    view.present(uids).stream()
        .filter(uid -> view.modSeq(view.indexOf(uid)) > since.get().modSeq())
        .forEach(changed::add);
    return changed.build();
  }

  /** Whether the answer tells flags as a sync point would: with MODSEQ where that is due. */
  private boolean tellsFlags(Conversation conversation) {
    return items.contains(Field.FLAGS)
        && (items.contains(Field.MODSEQ) || !conversation.has(Feature.CONDSTORE));
  }

  private long markAndAnswer(Conversation conversation, Selected selected, UidSet uids) {
    long answered = 0;
    PrimitiveIterator.OfLong rest = uids.iterator();
    while (rest.hasNext()) {
      UidSet.Builder next = new UidSet.Builder();
      for (int i = 0; i < MARKED_AT_A_TIME && rest.hasNext(); i++) {
        next.add(rest.nextLong());
      }
      UidSet slice = next.build();
      UidSet marked = mark(conversation, selected, slice);
      answered += answer(conversation, selected, slice, marked);
      conversation.sync(Sync.NO_EXPUNGE);
    }
    return answered;
  }

  /** To read again what was read before changes nothing, and costs no commit. */
  private static UidSet mark(Conversation conversation, Selected selected, UidSet uids) {
    MailboxView view = conversation.store().view(selected.ref());
    UidSet.Builder unseen = new UidSet.Builder();
    view.present(uids).stream()
        .filter(uid -> !view.flags(view.indexOf(uid)).has(SystemFlag.SEEN))
        .forEach(unseen::add);
    UidSet news = unseen.build();
    try {
      return news.isEmpty()
          ? news
          : conversation.store().updateFlags(selected.ref(), news, SEEN).updated();
    } catch (DiskFull later) {
      return UidSet.EMPTY; // reading goes on, and the letters stay unseen
    }
  }

  /** Answers for those messages that are there still, and says how many they were. */
  private long answer(Conversation conversation, Selected selected, UidSet uids, UidSet marked) {
    try (MailboxSnapshot snapshot = conversation.store().snapshot(selected.ref())) {
      UidSet there = snapshot.view().present(uids);
      conversation.tellKeywords(snapshot.view());
      FetchResponse response = new FetchResponse(conversation, selected, snapshot, items, marked);
      if (items.stream().allMatch(FetchItem::isInView)) {
        there.stream().forEach(response::write);
      } else if (items.stream().anyMatch(FetchItem::isIndexed)) {
        snapshot.indexed(
            there, (message, index) -> response.write(new OpenLetter(snapshot, message, index)));
        response.throwFailure();
      } else {
        snapshot.messages(there, message -> response.write(new OpenLetter(snapshot, message)));
        response.throwFailure();
      }
      selected.answered(tellsFlags(conversation) ? there : marked, snapshot.view());
      return there.count();
    }
  }
}
