package org.restante.testkit.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.mailbox.ExpungeScope;
import org.restante.message.AppendOutcome;
import org.restante.message.CopyOutcome;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.OverQuota;
import org.restante.testkit.mail.MailWorld;

/** Append, flags, copy, move, expunge. */
final class MessageSteps extends Steps {
  static final OffsetDateTime DATE = OffsetDateTime.parse("2020-02-03T04:05:06+01:00");

  MessageSteps(Dice dice, MailWorld world) {
    super(dice, world);
  }

  void append(Mail mail) {
    Box box = dice.of(mail.boxes.values());
    List<Letter> letters = new ArrayList<>();
    List<NewMessage> messages = new ArrayList<>();
    try {
      int count = dice.oneIn(5) ? 1 + dice.below(5) : 1;
      for (int i = 0; i < count; i++) {
        letters.add(letter(dice.flags()));
        messages.add(message(letters.get(i)));
      }
      AppendOutcome outcome = expect(over(mail, letters), () -> store().append(box.ref, messages));
      if (outcome != null) {
        Different.unlessSame("UIDs given", box.add(letters, risen(box)), outcome.uids());
        Different.unlessSame("APPENDUID", box.uidValidity, outcome.uidValidity());
        mail.use(Mail.octets(letters), count);
      }
    } finally {
      messages.forEach(message -> message.content().close());
    }
    compare(mail, box);
  }

  void importExactly(Mail mail) {
    Box box = dice.of(mail.boxes.values());
    Letter letter = letter(dice.flags());
    long uid = box.uidNext + dice.below(3);
    NewMessage message = message(letter);
    try {
      Object done =
          expect(
              over(mail, List.of(letter)),
              () -> {
                world().imports().append(box.ref, List.of(uid), List.of(message));
                return uid;
              });
      if (done != null) {
        box.uidNext = uid;
        box.add(List.of(letter), risen(box));
        mail.use(letter.size(), 1);
      }
    } finally {
      message.content().close();
    }
    compare(mail, box);
  }

  void flags(Mail mail) {
    Box box = dice.of(mail.boxes.values());
    UidSet uids = dice.uids(box);
    long back = dice.below(40);
    OptionalLong since =
        dice.oneIn(4) ? OptionalLong.of(Math.max(0, box.modSeq - back)) : OptionalLong.empty();
    FlagUpdate.Mode mode = dice.of(List.of(FlagUpdate.Mode.values()));
    FlagUpdate update = new FlagUpdate(mode, dice.flags(), since);
    FlagOutcome outcome = store().updateFlags(box.ref, uids, update);
    UidSet.Builder updated = new UidSet.Builder();
    UidSet.Builder conflicting = new UidSet.Builder();
    for (long uid : (Iterable<Long>) box.present(uids).stream()::iterator) {
      Letter letter = Objects.requireNonNull(box.letters.get(uid));
      Flags after = update.applyTo(letter.flags());
      if (since.isPresent() && letter.modSeq() > since.getAsLong()) {
        conflicting.add(uid);
      } else if (!after.equals(letter.flags())) {
        updated.add(uid);
        box.letters.put(uid, letter.flagged(after, outcome.modSeq()));
      }
    }
    Different.unlessSame("flags changed", updated.build(), outcome.updated());
    Different.unlessSame("MODIFIED", conflicting.build(), outcome.conflicting());
    if (!outcome.updated().isEmpty()) {
      box.modSeq = risen(box);
    }
    Different.unlessSame("MODSEQ of the change", box.modSeq, outcome.modSeq());
    compare(mail, box);
  }

  void copy(Mail mail) {
    Box from = dice.of(mail.boxes.values());
    Box to = dice.of(mail.boxes.values());
    UidSet present = from.present(dice.uids(from));
    List<Letter> letters = from.chosen(present);
    CopyOutcome outcome =
        expect(over(mail, letters), () -> store().copy(from.ref, present, to.ref));
    if (outcome != null) {
      compare(outcome, present, letters.isEmpty() ? UidSet.EMPTY : to.add(letters, risen(to)));
      mail.use(Mail.octets(letters), letters.size());
    }
    compare(mail, to);
  }

  void move(Mail mail) {
    Box from = dice.of(mail.boxes.values());
    Box to = dice.of(mail.boxes.values());
    UidSet uids = dice.uids(from);
    UidSet present = from.present(uids);
    List<Letter> letters = from.chosen(present);
    CopyOutcome outcome = store().move(from.ref, uids, to.ref);
    if (letters.isEmpty()) {
      compare(outcome, present, UidSet.EMPTY);
    } else {
      long modSeq = risen(to);
      from.remove(present, modSeq);
      compare(outcome, present, to.add(letters, modSeq));
    }
    compare(mail, from);
    compare(mail, to);
  }

  void expunge(Mail mail) {
    Box box = dice.of(mail.boxes.values());
    UidSet uids = dice.oneIn(3) ? UidSet.ALL : dice.uids(box);
    ExpungeScope scope = dice.oneIn(6) ? ExpungeScope.ALL : ExpungeScope.DELETED_ONLY;
    UidSet.Builder chosen = new UidSet.Builder();
    box.present(uids).stream()
        .filter(uid -> scope == ExpungeScope.ALL || deleted(box, uid))
        .forEach(chosen::add);
    UidSet removed = chosen.build();
    Different.unlessSame("expunged", removed, store().expunge(box.ref, uids, scope));
    if (!removed.isEmpty()) {
      List<Letter> letters = box.chosen(removed);
      mail.use(-Mail.octets(letters), -letters.size());
      removed.stream().forEach(uid -> retain(mail, box, uid));
      box.remove(removed, risen(box));
    }
    compare(mail, box);
  }

  void claimRecent(Mail mail) {
    Box box = dice.of(mail.boxes.values());
    Different.unlessSame("recent from", box.recentFrom, store().claimRecent(box.ref));
    box.recentFrom = box.uidNext;
  }

  Letter letter(Flags flags) {
    int number = dice.below(Letters.DIFFERENT);
    return new Letter(number, Letters.octets(number).length, flags, 0);
  }

  MessageDraft draft(Letter letter) {
    MessageDraft draft = store().draft();
    draft.write(Letters.octets(letter.number()));
    return draft;
  }

  private NewMessage message(Letter letter) {
    return new NewMessage(draft(letter), letter.flags(), DATE);
  }

  static @Nullable Class<? extends MailRefusal> over(Mail mail, List<Letter> letters) {
    return mail.fits(Mail.octets(letters), letters.size()) ? null : OverQuota.class;
  }

  private static void compare(CopyOutcome outcome, UidSet from, UidSet to) {
    Different.unlessSame("copied", from, outcome.from());
    Different.unlessSame("COPYUID", to, outcome.to());
  }

  private static boolean deleted(Box box, long uid) {
    return Objects.requireNonNull(box.letters.get(uid)).flags().has(SystemFlag.DELETED);
  }

  private static void retain(Mail mail, Box box, long uid) {
    Letter letter = Objects.requireNonNull(box.letters.get(uid));
    Flags kept = letter.flags().minus(Flags.of(SystemFlag.DELETED));
    mail.retained.add(new Mail.Expunged(box.ref.mailbox(), box.name, uid, letter.flagged(kept, 0)));
  }
}
