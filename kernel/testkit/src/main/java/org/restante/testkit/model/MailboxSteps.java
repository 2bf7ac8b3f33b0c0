package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.message.UidSet;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.NoSuchMailbox;
import org.restante.refusal.NotPermitted;
import org.restante.testkit.mail.MailWorld;

/** Create, delete, rename, subscribe. */
final class MailboxSteps extends Steps {

  MailboxSteps(Dice dice, MailWorld world) {
    super(dice, world);
  }

  void create(Mail mail) {
    MailboxName name = dice.name();
    Class<? extends MailRefusal> refusal =
        mail.boxes.containsKey(name) ? MailboxExists.class : null;
    if (dice.oneIn(4)) {
      long uidValidity = 1 + dice.below(1_000_000);
      long uidNext = 1 + dice.below(50);
      if (refusal == null) {
        Mailbox made =
            world().imports().mailbox(mail.account, name, Optional.empty(), uidValidity, uidNext);
        Different.unlessSame("UIDVALIDITY of an import", uidValidity, made.uidValidity());
        Different.unlessSame("UIDNEXT of an import", uidNext, made.uidNext());
        add(mail, made);
      }
      return;
    }
    Mailbox made = expect(refusal, () -> store().create(mail.account, name, Optional.empty()));
    if (made != null) {
      add(mail, made);
    }
  }

  static Box add(Mail mail, Mailbox made) {
    Box box =
        new Box(made.ref(), made.name(), made.uidValidity(), made.uidNext(), made.highestModSeq());
    boolean known =
        mail.gone.containsKey(made.ref().mailbox())
            || mail.boxes.values().stream().anyMatch(other -> other.ref.equals(made.ref()));
    Different.unless(!known, "a mailbox id is used again: " + made.ref());
    mail.boxes.put(made.name(), box);
    return box;
  }

  void delete(Mail mail) {
    MailboxName name = dice.oneIn(5) ? dice.name() : dice.of(mail.boxes.keySet());
    Box box = mail.boxes.get(name);
    Class<? extends MailRefusal> refusal =
        name.isInbox() ? NotPermitted.class : box == null ? NoSuchMailbox.class : null;
    expect(
        refusal,
        () -> {
          store().delete(mail.account, name);
          return name;
        });
    if (refusal == null && box != null) {
      mail.boxes.remove(name);
      mail.gone.put(box.ref.mailbox(), box);
      mail.use(-box.octets(), -box.letters.size());
    }
    usage(mail);
  }

  void subscribe(Mail mail) {
    MailboxName name = dice.name();
    boolean subscribed = dice.oneIn(2);
    store().subscribe(mail.account, name, subscribed);
    if (subscribed) {
      mail.subscribed.add(name);
    } else {
      mail.subscribed.remove(name);
    }
    Different.unlessSame("subscriptions", mail.subscribed, store().subscriptions(mail.account));
  }

  void rename(Mail mail) {
    MailboxName from = dice.oneIn(4) ? dice.name() : dice.of(mail.boxes.keySet());
    MailboxName to = dice.name();
    Map<MailboxName, Box> moved = new LinkedHashMap<>();
    Class<? extends MailRefusal> refusal = refusal(mail, from, to, moved);
    expect(
        refusal,
        () -> {
          store().rename(mail.account, from, to);
          return to;
        });
    if (refusal == null && from.isInbox()) {
      renamedInbox(mail, to);
    } else if (refusal == null) {
      mail.boxes.values().removeAll(new ArrayList<>(moved.values()));
      moved.forEach(
          (name, box) -> {
            box.name = name;
            mail.boxes.put(name, box);
          });
      moved.values().forEach(box -> compare(mail, box));
    }
  }

  private void renamedInbox(Mail mail, MailboxName to) {
    Box inbox = Objects.requireNonNull(mail.boxes.get(MailboxName.INBOX));
    Mailbox made = store().mailbox(mail.account, to).orElseThrow();
    List<Letter> letters = List.copyOf(inbox.letters.values());
    UidSet uids = inbox.present(UidSet.ALL);
    Box box = new Box(made.ref(), to, made.uidValidity(), 1, made.highestModSeq());
    mail.boxes.put(to, box);
    box.add(letters, made.highestModSeq());
    if (!letters.isEmpty()) {
      inbox.remove(uids, risen(inbox));
    }
    compare(mail, box);
    compare(mail, inbox);
  }

  private static @Nullable Class<? extends MailRefusal> refusal(
      Mail mail, MailboxName from, MailboxName to, Map<MailboxName, Box> moved) {
    if (from.isInbox()) {
      return mail.boxes.containsKey(to) ? MailboxExists.class : null;
    }
    List<Box> moving =
        mail.boxes.values().stream()
            .filter(box -> box.name.equals(from) || box.name.isBelow(from))
            .toList();
    if (moving.isEmpty()) {
      return NoSuchMailbox.class;
    }
    if (to.isBelow(from)) {
      return NotPermitted.class;
    }
    if (mail.boxes.containsKey(to)) {
      return MailboxExists.class;
    }
    for (Box box : moving) {
      try {
        MailboxName name = box.name.moved(from, to);
        Box other = mail.boxes.get(name);
        if (other != null && !moving.contains(other)) {
          return MailboxExists.class;
        }
        moved.put(name, box);
      } catch (InvalidMailboxName e) {
        return InvalidMailboxName.class;
      }
    }
    return null;
  }
}
