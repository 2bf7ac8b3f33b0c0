package org.restante.bench.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.Recipient;
import org.restante.mail.MailStore;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.MailboxRef;
import org.restante.message.FlagUpdate;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;

/**
 * The process that is killed: clients that change the store and say what was acknowledged, a line
 * {@code ack CLIENT MODSEQ} for each operation. A line {@code wrong …} tells of an answer that the
 * model does not expect.
 */
final class Clients {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2026-11-24T04:00:00Z");

  private final OpenStore store;
  private final MailStore mail;
  private final PrintStream out;

  private Clients(OpenStore store, PrintStream out) {
    this.store = store;
    this.mail = store.mail();
    this.out = out;
  }

  /**
   * Arguments: the store's directory, the model's file, the seed, {@code sync} or {@code nosync}.
   */
  public static void main(String[] arguments) throws InterruptedException {
    boolean sync = arguments[3].equals("sync");
    OpenStore store =
        new OpenStore(Path.of(arguments[0]), engine -> sync ? engine : UnsyncedEngine.over(engine));
    List<Client> clients = ModelFile.read(Path.of(arguments[1]), Long.parseLong(arguments[2]));
    store.prepare(clients.size());
    Clients work = new Clients(store, System.out);
    System.out.println("open");
    clients.forEach(client -> Thread.ofVirtual().start(() -> work.run(client)));
    new CountDownLatch(1).await(); // until the kill
  }

  private void run(Client client) {
    try {
      while (true) {
        Operation operation = client.next();
        long modSeq = perform(client, operation);
        client.apply(operation);
        out.println("ack " + client.number() + " " + modSeq);
      }
    } catch (RuntimeException | AssertionError e) {
      e.printStackTrace();
      out.println("wrong client " + client.number() + ": " + e);
    }
  }

  /** Does it; gives the MODSEQ that the box, if one was changed, has at least. */
  private long perform(Client client, Operation operation) {
    return switch (operation) {
      case Operation.Append(int box, List<Letter> letters) -> append(client, box, letters);
      case Operation.Flag(int box, UidSet uids, FlagUpdate update) ->
          mail.updateFlags(ref(client, box), uids, update).modSeq();
      case Operation.Copy(int from, UidSet uids) -> {
        expect(client, 1 - from, mail.copy(ref(client, from), uids, ref(client, 1 - from)).to());
        yield 0;
      }
      case Operation.Move(int from, UidSet uids) -> {
        expect(client, 1 - from, mail.move(ref(client, from), uids, ref(client, 1 - from)).to());
        yield 0;
      }
      case Operation.Expunge(int box, UidSet uids) -> {
        UidSet removed = mail.expunge(ref(client, box), uids, ExpungeScope.ALL);
        if (!removed.equals(uids)) {
          throw new AssertionError("expunged " + removed + " of " + uids);
        }
        yield 0;
      }
      case Operation.Deliver deliver -> {
        deliver(deliver);
        yield 0;
      }
    };
  }

  private long append(Client client, int box, List<Letter> letters) {
    List<NewMessage> messages = new ArrayList<>();
    try {
      for (Letter letter : letters) {
        messages.add(new NewMessage(draft(letter), letter.flags(), DATE));
      }
      expect(client, box, mail.append(ref(client, box), messages).uids());
    } finally {
      messages.forEach(message -> message.content().close());
    }
    return 0;
  }

  private void deliver(Operation.Deliver deliver) {
    List<Recipient> recipients =
        deliver.accounts().stream().map(store::account).map(Recipient::inbox).toList();
    try (MessageDraft draft = draft(deliver.letter())) {
      for (DeliveryOutcome outcome :
          mail.deliver(new Delivery(deliver.id(), draft, DATE, recipients))) {
        if (outcome instanceof DeliveryOutcome.Refused refused) {
          throw new AssertionError("refused: " + refused);
        }
      }
    }
  }

  private MessageDraft draft(Letter letter) {
    MessageDraft draft = mail.draft();
    draft.write(letter.octets());
    return draft;
  }

  private MailboxRef ref(Client client, int box) {
    return store.box(client, box).ref();
  }

  private static void expect(Client client, int box, UidSet uids) {
    long first = client.box(box).uidNext();
    if (uids.isEmpty() || uids.first(0) != first || uids.ranges() != 1) {
      throw new AssertionError("UIDs " + uids + " instead of those from " + first);
    }
  }
}
