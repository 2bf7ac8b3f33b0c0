package org.restante.imap.store;

import java.util.List;
import java.util.OptionalLong;
import org.restante.imap.extension.Feature;
import org.restante.imap.session.Command;
import org.restante.imap.session.Completion;
import org.restante.imap.session.Conversation;
import org.restante.imap.session.MessageResponse;
import org.restante.imap.session.Outcome;
import org.restante.imap.session.Selected;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.Modifiers;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.mail.MailStore;
import org.restante.mailbox.MailboxView;
import org.restante.message.FlagUpdate;
import org.restante.message.FlagUpdate.Mode;
import org.restante.message.Flags;
import org.restante.message.UidSet;

/**
 * STORE and UID STORE.
 *
 * @rfc 3501 6.4.6
 * @rfc 7162 3.1.3
 * @rfc 7162 3.1.12
 */
public record Store(
    SequenceSet set,
    Modifiers<StoreModifier> modifiers,
    FlagUpdate update,
    boolean silent,
    boolean byUid)
    implements Command.InMailbox {

  /** Reads a STORE. */
  public static Store read(ImapReader in) {
    return read(in, false);
  }

  /** Reads a UID STORE. */
  public static Store readByUid(ImapReader in) {
    return read(in, true);
  }

  private static Store read(ImapReader in, boolean byUid) {
    in.expectSpace();
    SequenceSet set = in.expectSequenceSet();
    in.expectSpace();
    Modifiers<StoreModifier> modifiers = readModifiers(in);
    OptionalLong unchangedSince =
        modifiers
            .find(StoreModifier.UnchangedSince.class)
            .map(since -> OptionalLong.of(since.modSeq()))
            .orElse(OptionalLong.empty());
    Mode mode = in.take('+') ? Mode.ADD : in.take('-') ? Mode.REMOVE : Mode.REPLACE;
    boolean silent = isSilent(in.expectName());
    in.expectSpace();
    boolean list = in.peek() == '(';
    Flags flags = list ? FlagSyntax.expectList(in) : FlagSyntax.expectFlags(in);
    FlagUpdate update = new FlagUpdate(mode, flags, unchangedSince);
    return new Store(set, modifiers, update, silent, byUid);
  }

  private static Modifiers<StoreModifier> readModifiers(ImapReader in) {
    if (in.peek() != '(') {
      return new Modifiers<>(List.of());
    }
    Modifiers<StoreModifier> modifiers = StoreModifier.TABLE.expect(in);
    in.expectSpace();
    return modifiers;
  }

  private static boolean isSilent(String item) {
    return switch (item) {
      case "FLAGS" -> false;
      case "FLAGS.SILENT" -> true;
      default -> throw new SyntaxError("expected FLAGS or FLAGS.SILENT");
    };
  }

  @Override
  public Outcome run(Conversation conversation, Selected selected) {
    selected.requireWritable();
    if (update.unchangedSince().isPresent()) {
      conversation.enable(Feature.CONDSTORE);
    }
    UidSet uids = conversation.limit().enforced(selected.messages(set, byUid));
    UidSet conflicting = update(conversation.store(), selected, uids);
    MailboxView view = conversation.store().view(selected.ref());
    UidSet there = view.present(uids);
    UidSet done = there.minus(conflicting);
    MessageResponse response = new MessageResponse(conversation, selected, view);
    if (silent) {
      done.stream().forEach(uid -> response.silently(uid, byUid));
      selected.keptSilent(done, update, view);
    } else {
      conversation.tellKeywords(view);
      done.stream().forEach(uid -> response.changed(uid, byUid));
      selected.answered(done, view);
    }
    return end(selected, conflicting, there.count() < uids.count() && !byUid);
  }

  /**
   * Changes the flags. Where only others were changed meanwhile, that is not in the way.
   *
   * @return the messages left alone
   * @rfc 7162 3.1.12
   */
  private UidSet update(MailStore store, Selected selected, UidSet uids) {
    UidSet conflicting = store.updateFlags(selected.ref(), uids, update).conflicting();
    MailboxView view = store.view(selected.ref());
    UidSet free = selected.changedOtherwise(conflicting, update, view);
    if (free.isEmpty()) {
      return conflicting;
    }
    FlagUpdate again =
        new FlagUpdate(
            update.mode(), update.flags(), OptionalLong.of(view.mailbox().highestModSeq()));
    UidSet failed = store.updateFlags(selected.ref(), free, again).conflicting();
    return conflicting.minus(free).union(failed);
  }

  private Completion end(Selected selected, UidSet conflicting, boolean someGone) {
    if (!conflicting.isEmpty()) {
      String code = "MODIFIED " + (byUid ? conflicting : selected.numbers(conflicting));
      return someGone
          ? Completion.no(code, "Some of the messages are expunged")
          : Completion.ok(code, "Some of the messages have changed");
    }
    return someGone
        ? Completion.no("EXPUNGEISSUED", "Some of the messages are expunged")
        : Completion.ok("STORE completed");
  }
}
