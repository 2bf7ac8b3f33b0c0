package org.restante.bench.damage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.restante.account.Account;
import org.restante.account.QuotaLimits;
import org.restante.mail.MailStore;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.message.FlagUpdate;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * Makes a store in a directory and writes down what is in it: {@code MakeStore DIRECTORY TRUTH
 * clean|killed LETTERS}. Killed: the process ends at once, with the newest letters in the log only.
 */
public final class MakeStore {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2020-01-01T00:00:00Z");
  private static final int ACCOUNTS = 4;
  private static final int OPENINGS = 4;

  private final Random chance = new Random(7);
  private int number;

  private MakeStore() {}

  /** Makes a store. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Path truth = Path.of(arguments[1]);
    boolean killed = arguments[2].equals("killed");
    new MakeStore().make(directory, truth, killed, Integer.parseInt(arguments[3]));
  }

  private void make(Path directory, Path truth, boolean killed, int letters) throws Exception {
    for (int opening = 0; opening < OPENINGS; opening++) {
      Stores stores = Stores.open(directory);
      fill(stores.mail(), letters / OPENINGS);
      if (opening == OPENINGS - 1) {
        new Truth(Letter.all(stores.mail())).write(truth);
        if (killed) {
          Runtime.getRuntime().halt(9);
        }
      }
      stores.close();
    }
  }

  private void fill(org.restante.mailstore.EngineMailStore store, int letters) {
    if (store.accounts().list().isEmpty()) {
      for (int i = 0; i < ACCOUNTS; i++) {
        Account made = store.accounts().create("user" + i, "secret", QuotaLimits.NONE);
        store.create(made.id(), MailboxName.parse("Archive", '/'), Optional.empty());
        store.create(made.id(), MailboxName.parse("Archive/2020", '/'), Optional.empty());
        store.subscribe(made.id(), MailboxName.parse("Archive", '/'), true);
      }
    }
    List<Account> accounts = store.accounts().list();
    for (int i = 0; i < letters; i++) {
      append(store, accounts);
      if (i % 5 == 0) {
        change(store, accounts.get(chance.nextInt(accounts.size())));
      }
    }
  }

  /** Every fourth letter goes to all accounts. */
  private void append(MailStore store, List<Account> accounts) {
    byte[] octets = letter();
    List<Account> to = number % 4 == 0 ? accounts : List.of(accounts.get(number % accounts.size()));
    try (MessageDraft draft = store.draft()) {
      draft.write(octets, 0, octets.length);
      for (Account account : to) {
        Flags flags = chance.nextBoolean() ? Flags.NONE : Flags.of(SystemFlag.SEEN);
        store.append(any(store, account).ref(), List.of(new NewMessage(draft, flags, DATE)));
      }
    }
  }

  private void change(MailStore store, Account account) {
    Mailbox mailbox = any(store, account);
    if (mailbox.exists() == 0) {
      return;
    }
    long uid = store.view(mailbox.ref()).uid(chance.nextInt((int) mailbox.exists()));
    UidSet uids = UidSet.range(uid, uid + chance.nextInt(3));
    switch (chance.nextInt(5)) {
      case 0 -> store.expunge(mailbox.ref(), UidSet.of(uid), ExpungeScope.ALL);
      case 1 -> store.move(mailbox.ref(), uids, any(store, account).ref());
      case 2 -> store.copy(mailbox.ref(), uids, any(store, account).ref());
      default -> {
        Flags flags =
            new Flags(Flags.of(SystemFlag.FLAGGED).system(), List.of("work" + number % 7));
        store.updateFlags(mailbox.ref(), uids, new FlagUpdate(FlagUpdate.Mode.ADD, flags));
      }
    }
  }

  private Mailbox any(MailStore store, Account account) {
    List<Mailbox> mailboxes = store.mailboxes(account.id());
    return mailboxes.get(chance.nextInt(mailboxes.size()));
  }

  /** From a few octets to half a MB; most are short, and half of the octets do not compress. */
  private byte[] letter() {
    number++;
    int size = size();
    StringBuilder text = new StringBuilder("Subject: letter " + number + "\r\n\r\n");
    byte[] noise = new byte[30];
    while (text.length() < size) {
      chance.nextBytes(noise);
      text.append(java.util.Base64.getEncoder().encodeToString(noise));
      text.append(" and once more the same words as ever\r\n");
    }
    return text.toString().getBytes(US_ASCII);
  }

  /**
   * Of forty letters two are longer than a window, and so files: one of one account, one of all.
   */
  private int size() {
    if (number % 40 == 7 || number % 40 == 28) {
      return 270_000 + chance.nextInt(230_000);
    }
    return number % 60 == 0
        ? 100_000 + chance.nextInt(150_000)
        : (int) Math.pow(2, 4 + 11 * chance.nextDouble());
  }
}
