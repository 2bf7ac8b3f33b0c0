package org.restante.mailstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.restante.account.AccountId;
import org.restante.keyvalue.Durability;
import org.restante.mail.ExactImport;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.SpecialUse;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.mutation.Arrival;
import org.restante.mailstore.mutation.Importing;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;

/** Mail with the numbers that it had elsewhere. */
final class StoredImport implements ExactImport {
  private final EngineGate gate;

  StoredImport(EngineGate gate) {
    this.gate = gate;
  }

  @Override
  public Mailbox mailbox(
      AccountId account,
      MailboxName name,
      Optional<SpecialUse> specialUse,
      long uidValidity,
      long uidNext) {
    check("UIDVALIDITY", uidValidity);
    check("UIDNEXT", uidNext);
    return gate.call(
            open ->
                open.write(
                    account,
                    Durability.SYNC,
                    commit -> Importing.mailbox(commit, name, specialUse, uidValidity, uidNext)))
        .mailbox(account);
  }

  @Override
  public void append(MailboxRef mailbox, List<Long> uids, List<NewMessage> messages) {
    append(mailbox, uids, messages, (arrival, number) -> arrival);
  }

  @Override
  public void append(
      MailboxRef mailbox, List<Long> uids, List<Instant> saveDates, List<NewMessage> messages) {
    if (saveDates.size() != messages.size()) {
      throw new IllegalArgumentException(saveDates.size() + " dates for " + messages.size());
    }
    append(mailbox, uids, messages, (arrival, number) -> arrival.savedAt(saveDates.get(number)));
  }

  @Override
  public void raiseUidNext(MailboxRef mailbox, long uidNext) {
    check("UIDNEXT", uidNext);
    gate.call(
        open ->
            open.write(
                mailbox.account(),
                Durability.SYNC,
                commit -> Importing.raise(commit, mailbox.mailbox(), uidNext)));
  }

  private void append(
      MailboxRef mailbox,
      List<Long> uids,
      List<NewMessage> messages,
      BiFunction<Arrival, Integer, Arrival> dated) {
    if (uids.size() != messages.size()) {
      throw new IllegalArgumentException(uids.size() + " UIDs for " + messages.size());
    }
    long last = 0;
    for (long uid : uids) {
      check("UID", uid);
      if (uid <= last) {
        throw new IllegalArgumentException("UIDs do not ascend: " + last + ", " + uid);
      }
      last = uid;
    }
    gate.call(
        open -> {
          List<Arrival> arrivals = new ArrayList<>(messages.size());
          for (NewMessage message : messages) {
            arrivals.add(dated.apply(Incoming.arrival(open, message), arrivals.size()));
          }
          return open.write(
              mailbox.account(),
              Durability.SYNC,
              commit -> {
                Importing.append(commit, mailbox.mailbox(), uids, arrivals);
                return mailbox;
              });
        });
  }

  private static void check(String what, long number) {
    if (number < 1 || number > UidSet.MAX_UID) {
      throw new IllegalArgumentException("no " + what + ": " + number);
    }
  }
}
