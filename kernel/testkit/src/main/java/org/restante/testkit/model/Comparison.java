package org.restante.testkit.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.restante.inspection.Finding;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxChanges;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.UidSet;
import org.restante.testkit.mail.MailWorld;

/** Everything of an account: rows, counters, quota, logs; contents where asked for. */
final class Comparison extends Steps {

  Comparison(Dice dice, MailWorld world) {
    super(dice, world);
  }

  void all(Mail mail, boolean contents) {
    List<MailboxName> names = store().mailboxes(mail.account).stream().map(Mailbox::name).toList();
    Different.unlessSame("mailboxes", List.copyOf(mail.boxes.keySet()), names);
    Different.unlessSame("subscriptions", mail.subscribed, store().subscriptions(mail.account));
    for (Box box : mail.boxes.values()) {
      compare(mail, box);
      rows(box, contents);
    }
    long octets = mail.boxes.values().stream().mapToLong(Box::octets).sum();
    Different.unlessSame("the model's own octets", octets, mail.octets);
  }

  void findings(List<Finding> findings) {
    Different.unless(
        findings.isEmpty(), "an inspection finds " + findings.stream().limit(5).toList());
  }

  private void rows(Box box, boolean contents) {
    try (MailboxSnapshot snapshot = store().snapshot(box.ref)) {
      MailboxView view = snapshot.view();
      Different.unlessSame("UIDs", box.present(UidSet.ALL), view.present(UidSet.ALL));
      int index = 0;
      for (Map.Entry<Long, Letter> letter : box.letters.entrySet()) {
        String where = box.name + " UID " + letter.getKey();
        Different.unlessSame("flags of " + where, letter.getValue().flags(), view.flags(index));
        Different.unlessSame("MODSEQ of " + where, letter.getValue().modSeq(), view.modSeq(index));
        index++;
      }
      List<Long> sizes = new ArrayList<>();
      snapshot.messages(UidSet.ALL, message -> sizes.add(message.size()));
      List<Long> expected = box.letters.values().stream().map(each -> (long) each.size()).toList();
      Different.unlessSame("sizes in " + box.name, expected, sizes);
      changes(box, snapshot);
      if (contents) {
        box.letters.forEach((uid, letter) -> content(snapshot, uid, letter));
      }
    }
  }

  /** What happened above some MODSEQ; the log may be shorter than the model's, never wrong. */
  private void changes(Box box, MailboxSnapshot snapshot) {
    long above = Math.max(box.forgotten, box.modSeq - dice.below(200));
    UidSet.Builder changed = new UidSet.Builder();
    box.letters.forEach(
        (uid, letter) -> {
          if (letter.modSeq() > above) {
            changed.add(uid);
          }
        });
    switch (snapshot.changesSince(above)) {
      case MailboxChanges.Known known -> {
        UidSet.Builder expunged = new UidSet.Builder();
        box.left.stream()
            .filter(left -> left.modSeq() > above)
            .forEach(left -> expunged.addAll(left.uids()));
        Different.unlessSame("changed in " + box.name, changed.build(), known.changed());
        Different.unlessSame("expunged in " + box.name, expunged.build(), known.expunged());
      }
      case MailboxChanges.HistoryTrimmed trimmed ->
          Different.unlessSame("changed in " + box.name, changed.build(), trimmed.changed());
    }
  }

  private static void content(MailboxSnapshot snapshot, long uid, Letter letter) {
    StoredMessage message =
        snapshot.message(uid).orElseThrow(() -> new Different("no row of UID " + uid, null));
    byte[] octets = new byte[letter.size()];
    try (MessageContent content = snapshot.content(message)) {
      int at = 0;
      while (at < octets.length) {
        at += content.read(at, octets, at, octets.length - at);
      }
    }
    Different.unless(
        Arrays.equals(octets, Letters.octets(letter.number())),
        "UID " + uid + " is another letter");
    Different.unlessSame(
        "size in the structure", (long) letter.size(), snapshot.index(message).size());
  }
}
