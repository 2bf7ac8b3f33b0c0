package org.restante.testkit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.account.QuotaLimits;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.MailboxExists;
import org.restante.refusal.OverQuota;
import org.restante.retention.RetainedMailbox;
import org.restante.retention.RetainedMessage;
import org.restante.testkit.mail.MailWorld;

/** What was removed comes back, or goes; limits change. */
final class RetentionSteps extends Steps {
  private static final int RETAINED = 1_000;

  private final int most;

  RetentionSteps(Dice dice, MailWorld world, int most) {
    super(dice, world);
    this.most = most;
  }

  void quota(Mail mail) {
    long octets = dice.oneIn(4) ? QuotaLimits.UNLIMITED : 20_000 + dice.below(200_000);
    long messages = most / 4 + dice.below(most - most / 4 + 1);
    mail.limits = new QuotaLimits(octets, messages);
    world().accounts().setQuota(mail.account, mail.limits);
    usage(mail);
  }

  /** Puts some messages back; they are told by mailbox and UID. */
  void restoreMessages(Mail mail) {
    Map<Long, Mail.Expunged> byId = new TreeMap<>();
    Map<String, Mail.Expunged> known = new HashMap<>();
    mail.retained.forEach(kept -> known.put(kept.box() + "/" + kept.uid(), kept));
    world()
        .retention()
        .messages(
            mail.account,
            message -> {
              byId.put(message.messageId(), same(known, message));
              return true;
            });
    Different.unlessSame("messages retained", mail.retained.size(), byId.size());
    Map<Long, Mail.Expunged> chosen = new TreeMap<>();
    byId.forEach(
        (id, kept) -> {
          if (chosen.size() < 5 && dice.oneIn(3)) {
            chosen.put(id, kept);
          }
        });
    List<Letter> letters = chosen.values().stream().map(Mail.Expunged::letter).toList();
    Set<Long> back =
        expect(
            MessageSteps.over(mail, letters),
            () -> world().retention().restore(mail.account, chosen.keySet()));
    if (back != null) {
      Different.unlessSame("messages restored", chosen.keySet(), new HashSet<>(back));
      mail.retained.removeAll(chosen.values());
      mail.use(Mail.octets(letters), letters.size());
      putBack(mail, List.copyOf(chosen.values()));
    }
    usage(mail);
  }

  private static Mail.Expunged same(Map<String, Mail.Expunged> known, RetainedMessage message) {
    Mail.Expunged kept = known.get(message.mailbox() + "/" + message.uid());
    if (kept == null) {
      throw new Different("a message is retained that never was: " + message, null);
    }
    Different.unlessSame("size retained", (long) kept.letter().size(), message.size());
    Different.unlessSame("flags retained", kept.letter().flags(), message.flags());
    return kept;
  }

  private void putBack(Mail mail, List<Mail.Expunged> chosen) {
    Map<Long, List<Mail.Expunged>> byBox = new TreeMap<>();
    chosen.forEach(kept -> byBox.computeIfAbsent(kept.box(), id -> new ArrayList<>()).add(kept));
    for (List<Mail.Expunged> group : byBox.values()) {
      group.sort((a, b) -> Long.compare(a.uid(), b.uid()));
      Box box = target(mail, group.getLast());
      List<Letter> letters = group.stream().map(Mail.Expunged::letter).toList();
      box.add(letters, mailbox(box.ref).highestModSeq());
    }
    mail.boxes.values().forEach(box -> compare(mail, box));
  }

  private Box target(Mail mail, Mail.Expunged kept) {
    for (Box box : mail.boxes.values()) {
      if (box.ref.mailbox() == kept.box()) {
        return box;
      }
    }
    Box named = mail.boxes.get(kept.name());
    if (named != null) {
      return named;
    }
    Mailbox made = store().mailbox(mail.account, kept.name()).orElseThrow();
    Box box = new Box(made.ref(), made.name(), made.uidValidity(), 1, made.highestModSeq());
    mail.boxes.put(made.name(), box);
    return box;
  }

  void restoreMailbox(Mail mail) {
    List<RetainedMailbox> listed = world().retention().mailboxes(mail.account);
    Set<Long> ids = new HashSet<>();
    listed.forEach(each -> ids.add(each.id()));
    Different.unlessSame("mailboxes retained", mail.gone.keySet(), ids);
    if (mail.gone.isEmpty()) {
      return;
    }
    Box box = dice.of(mail.gone.values());
    MailboxName name = dice.name();
    Mailbox back =
        expect(
            refusal(mail, box, name),
            () -> world().retention().restoreMailbox(mail.account, box.ref.mailbox(), name));
    if (back != null) {
      mail.gone.remove(box.ref.mailbox());
      box.name = name;
      box.modSeq = risen(mail, box, name);
      mail.use(box.octets(), box.letters.size());
      compare(mail, box);
    }
    usage(mail);
  }

  private long risen(Mail mail, Box box, MailboxName name) {
    mail.boxes.put(name, box);
    return risen(box);
  }

  private static @Nullable Class<? extends MailRefusal> refusal(
      Mail mail, Box box, MailboxName name) {
    if (mail.boxes.containsKey(name)) {
      return MailboxExists.class;
    }
    return mail.fits(box.octets(), box.letters.size()) ? null : OverQuota.class;
  }

  /** Purges everything, seldom, or where there is very much. */
  void purge(Mail mail) {
    if (dice.oneIn(8) || mail.retained.size() > RETAINED) {
      world().retention().purge(mail.account, Instant.now().plusSeconds(3_600));
      mail.retained.clear();
      mail.gone.clear();
    }
    usage(mail);
  }

  /** The account goes, and comes back as it was. */
  void leaveAndReturn(Mail mail) {
    world().accounts().delete(mail.account);
    Different.unless(
        world().accounts().find(mail.account).isEmpty(), "a deleted account is still there");
    Different.unlessSame(
        "the account restored",
        mail.address,
        world().retention().restoreAccount(mail.account).address());
    mail.boxes.values().forEach(box -> compare(mail, Objects.requireNonNull(box)));
  }
}
