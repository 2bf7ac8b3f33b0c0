package org.restante.bench.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.restante.inspection.Finding;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.message.MessageContent;
import org.restante.message.StoredMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/** Compares an opened store with what its clients were told. */
final class Verification {
  private final OpenStore store;
  private final List<String> problems = new ArrayList<>();

  Verification(OpenStore store) {
    this.store = store;
  }

  List<String> problems() {
    return problems;
  }

  /**
   * Moves a client's model to where the store is: behind what was acknowledged, or one operation
   * further.
   */
  Client settled(Client before, Round.Acknowledged told, Map<Integer, Inbox> inboxes) {
    Client client = before.copy();
    while (client.done() < before.done() + told.operations()) {
      Operation operation = client.next();
      if (operation instanceof Operation.Deliver deliver) {
        deliver.accounts().forEach(to -> inboxes.get(to).acknowledged(deliver.letter()));
      }
      client.apply(operation);
    }
    Operation next = client.next();
    if (next instanceof Operation.Deliver deliver) { // will be sent again, under the same id
      deliver.accounts().forEach(to -> inboxes.get(to).underWay(deliver.letter()));
      boxes(client, client, before, told);
      return client;
    }
    Client further = client.copy();
    further.apply(next);
    return boxes(client, further, before, told);
  }

  private Client boxes(Client client, Client further, Client before, Round.Acknowledged told) {
    List<String> one = differences(client);
    List<String> other = one.isEmpty() ? one : differences(further);
    Client now = one.isEmpty() ? client : further;
    if (!other.isEmpty()) {
      problems.add(
          "client %d after %d: %s; with what was under way: %s"
              .formatted(client.number(), client.done(), one.getFirst(), other.getFirst()));
    }
    long modSeq = 0;
    for (int box = 0; box < 2; box++) {
      modSeq = Math.max(modSeq, store.box(client, box).highestModSeq());
      contents(store.box(client, box), fresh(now.box(box), before.box(box).uidNext()));
    }
    if (modSeq < told.modSeq()) {
      problems.add(
          "client %d: MODSEQ %d fell to %d".formatted(client.number(), told.modSeq(), modSeq));
    }
    return now;
  }

  private static Map<Long, Letter> fresh(Box box, long uidNext) {
    return new TreeMap<>(box.letters().tailMap(uidNext, true));
  }

  private List<String> differences(Client client) {
    List<String> found = new ArrayList<>();
    for (int box = 0; box < 2; box++) {
      differences(client.box(box), store.box(client, box), found);
    }
    return found;
  }

  private void differences(Box box, Mailbox mailbox, List<String> found) {
    try (MailboxSnapshot snapshot = store.mail().snapshot(mailbox.ref())) {
      MailboxView view = snapshot.view();
      Map<Long, Letter> left = new HashMap<>(box.letters());
      for (int i = 0; i < view.exists(); i++) {
        long uid = view.uid(i);
        Letter letter = left.remove(uid);
        if (letter == null) {
          found.add(mailbox.name() + " has UID " + uid);
        } else if (!view.flags(i).equals(letter.flags())) {
          found.add(
              mailbox.name()
                  + " UID "
                  + uid
                  + " has the flags "
                  + view.flags(i)
                  + ", not "
                  + letter.flags());
        } else if (view.modSeq(i) > mailbox.highestModSeq()) {
          found.add(mailbox.name() + " UID " + uid + " has MODSEQ " + view.modSeq(i));
        } else {
          stored(snapshot.message(uid), letter, mailbox.name() + " UID " + uid, found);
        }
      }
      left.keySet().forEach(uid -> found.add(mailbox.name() + " lacks UID " + uid));
    }
    counters(box, mailbox, found);
  }

  private static void stored(
      Optional<StoredMessage> message, Letter letter, String where, List<String> found) {
    if (message.isEmpty()) {
      found.add(where + " has flags and no message");
    } else if (message.get().size() != letter.size()
        || !message.get().blob().equals(letter.blob())) {
      found.add(where + " is another letter");
    }
  }

  private static void counters(Box box, Mailbox mailbox, List<String> found) {
    long unseen =
        box.letters().values().stream().filter(l -> !l.flags().has(SystemFlag.SEEN)).count();
    long octets = box.letters().values().stream().mapToLong(Letter::size).sum();
    if (mailbox.exists() != box.letters().size()
        || mailbox.unseen() != unseen
        || mailbox.octets() != octets
        || mailbox.uidNext() != box.uidNext()) {
      found.add(
          "%s counts %d, %d unseen, %d octets, UIDNEXT %d"
              .formatted(
                  mailbox.name(),
                  mailbox.exists(),
                  mailbox.unseen(),
                  mailbox.octets(),
                  mailbox.uidNext()));
    }
  }

  /** Compares the INBOX of an account. */
  void inbox(int account, Inbox inbox) {
    Mailbox mailbox = store.inbox(account);
    List<StoredMessage> messages = new ArrayList<>();
    try (MailboxSnapshot snapshot = store.mail().snapshot(mailbox.ref())) {
      snapshot.messages(UidSet.ALL, messages::add);
    }
    List<String> found = new ArrayList<>();
    Map<Long, Letter> fresh = inbox.compare(messages, found);
    found.forEach(problem -> problems.add("INBOX of " + account + ": " + problem));
    if (mailbox.exists() != messages.size()) {
      problems.add("INBOX of " + account + " counts " + mailbox.exists());
    }
    contents(mailbox, fresh);
  }

  /** Inspects an account. */
  void inspect(int account) {
    for (Finding finding : store.inspect(account)) {
      problems.add("inspection: " + finding.message());
    }
  }

  private void contents(Mailbox mailbox, Map<Long, Letter> letters) {
    try (MailboxSnapshot snapshot = store.mail().snapshot(mailbox.ref())) {
      letters.forEach(
          (uid, letter) ->
              snapshot
                  .message(uid)
                  .filter(message -> !letter.is(octets(snapshot, message)))
                  .ifPresent(
                      m -> problems.add(mailbox.name() + " UID " + uid + " has other octets")));
    }
  }

  private static byte[] octets(MailboxSnapshot snapshot, StoredMessage message) {
    try (MessageContent content = snapshot.content(message);
        InputStream in = content.stream(0, content.size())) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
