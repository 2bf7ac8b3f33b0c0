package org.restante.mailstore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.restante.account.AccountId;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.delivery.DeliveryOutcome.Delivered;
import org.restante.delivery.DeliveryOutcome.Refused;
import org.restante.delivery.Recipient;
import org.restante.keyvalue.Durability;
import org.restante.mailbox.MailboxRef;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.account.EngineGate;
import org.restante.mailstore.account.OpenEngine;
import org.restante.mailstore.content.SealedContent;
import org.restante.mailstore.content.StoredDraft;
import org.restante.mailstore.meter.Source;
import org.restante.mailstore.meter.StoreMeters;
import org.restante.mailstore.mutation.Arrival;
import org.restante.mailstore.mutation.Arrivals;
import org.restante.mailstore.mutation.Copying;
import org.restante.mailstore.mutation.Delivering;
import org.restante.mailstore.mutation.Removal;
import org.restante.mailstore.mutation.Replacing;
import org.restante.mailstore.schema.DeliveredRow;
import org.restante.message.AppendOutcome;
import org.restante.message.CopyOutcome;
import org.restante.message.Flags;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;
import org.restante.refusal.DiskFull;
import org.restante.refusal.MailRefusal;
import org.restante.refusal.NotPermitted;
import org.restante.refusal.OverQuota;
import org.restante.refusal.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How messages come into mailboxes: append, copy and move, delivery. */
final class Incoming {
  private static final Logger log = LoggerFactory.getLogger(Incoming.class);

  private final EngineGate gate;
  private final StoreMeters meters;

  Incoming(EngineGate gate, StoreMeters meters) {
    this.gate = gate;
    this.meters = meters;
  }

  AppendOutcome append(MailboxRef mailbox, List<NewMessage> messages) {
    long start = System.nanoTime();
    AppendOutcome outcome =
        counted(
            Source.APPEND,
            () ->
                gate.call(
                    open -> {
                      List<Arrival> arrivals =
                          messages.stream().map(message -> arrival(open, message)).toList();
                      return write(
                          open,
                          mailbox.account(),
                          commit -> append(commit, mailbox.mailbox(), arrivals));
                    }));
    meters.appended(
        Source.APPEND,
        messages.stream().map(message -> message.content().size()).toList(),
        System.nanoTime() - start);
    return outcome;
  }

  Optional<AppendOutcome> replace(MailboxRef from, long uid, MailboxRef to, NewMessage message) {
    withinOneAccount(from, to);
    long start = System.nanoTime();
    Optional<AppendOutcome> outcome =
        counted(
            Source.APPEND,
            () ->
                gate.call(
                    open -> {
                      Arrival arrival = arrival(open, message);
                      return write(
                          open,
                          from.account(),
                          commit ->
                              Replacing.replace(
                                  commit, from.mailbox(), uid, to.mailbox(), arrival));
                    }));
    meters.appended(Source.APPEND, List.of(message.content().size()), System.nanoTime() - start);
    return outcome;
  }

  CopyOutcome copy(MailboxRef from, UidSet uids, MailboxRef to) {
    long start = System.nanoTime();
    CopyOutcome outcome =
        counted(
            Source.COPY,
            () ->
                copyOrMove(
                    from, to, commit -> Copying.copy(commit, from.mailbox(), uids, to.mailbox())));
    meters.appended(Source.COPY, List.of(), System.nanoTime() - start);
    return outcome;
  }

  CopyOutcome move(MailboxRef from, UidSet uids, MailboxRef to) {
    return copyOrMove(from, to, commit -> Copying.move(commit, from.mailbox(), uids, to.mailbox()));
  }

  private CopyOutcome copyOrMove(
      MailboxRef from, MailboxRef to, Function<Commit, CopyOutcome> operation) {
    withinOneAccount(from, to);
    return gate.call(
        open -> open.write(from.account(), open.settings().durability().copyAndMove(), operation));
  }

  private static void withinOneAccount(MailboxRef from, MailboxRef to) {
    if (!from.account().equals(to.account())) {
      throw new NotPermitted("messages are copied within one account only");
    }
  }

  List<DeliveryOutcome> deliver(Delivery delivery) {
    List<Recipient> recipients = delivery.recipients();
    if (recipients.size() == 1) {
      return List.of(deliver(delivery, recipients.getFirst()));
    }
    try { // sealed before many threads use it
      gate.call(open -> draft(delivery.content()).sealedFor(open));
    } catch (MailRefusal e) {
      return recipients.stream().<DeliveryOutcome>map(each -> new Refused(each, e)).toList();
    }
    return Parallel.map(recipients, recipient -> deliver(delivery, recipient));
  }

  /** The messages of deleted mailboxes are gone already; their rows go now, or later. */
  void removeDoomed(AccountId account) {
    try {
      gate.call(
          open -> {
            Removal.doomedMailboxes(open.engine().partition(account.value()));
            return account;
          });
    } catch (StoreUnavailable | DiskFull e) {
      log.warn("Rows of a deleted mailbox of {} will be removed later", account.value(), e);
    }
  }

  private DeliveryOutcome deliver(Delivery delivery, Recipient recipient) {
    long start = System.nanoTime();
    try {
      DeliveredRow row = counted(Source.DELIVERY, () -> gate.call(commit(delivery, recipient)));
      meters.appended(
          Source.DELIVERY, List.of(delivery.content().size()), System.nanoTime() - start);
      MailboxRef mailbox = new MailboxRef(recipient.account(), row.mailbox());
      return new Delivered(recipient, mailbox, row.uid());
    } catch (MailRefusal e) {
      return new Refused(recipient, e);
    } catch (RuntimeException e) {
      log.error("A delivery to account {} failed", recipient.account().value(), e);
      return new Refused(recipient, new StoreUnavailable("the delivery failed", e));
    }
  }

  private static Function<OpenEngine, DeliveredRow> commit(Delivery delivery, Recipient recipient) {
    return open -> {
      SealedContent content = draft(delivery.content()).sealedFor(open);
      Arrival arrival = new Arrival(content, Flags.NONE, delivery.received());
      return write(
          open,
          recipient.account(),
          commit -> Delivering.deliver(commit, delivery.id(), recipient, arrival));
    };
  }

  private static AppendOutcome append(Commit commit, long mailbox, List<Arrival> arrivals) {
    arrivals.forEach(arrival -> Arrivals.check(commit, arrival.flags()));
    long octets = arrivals.stream().mapToLong(arrival -> arrival.content().size()).sum();
    long uidValidity = commit.mailbox(mailbox).uidValidity();
    commit.use(octets, arrivals.size());
    return new AppendOutcome(uidValidity, Arrivals.place(commit, mailbox, arrivals));
  }

  static Arrival arrival(OpenEngine open, NewMessage message) {
    SealedContent content = draft(message.content()).sealedFor(open);
    return new Arrival(content, message.flags(), message.internalDate());
  }

  private static StoredDraft draft(MessageDraft draft) {
    if (draft instanceof StoredDraft stored) {
      return stored;
    }
    throw new IllegalArgumentException(
        "a draft of another store: " + Objects.requireNonNull(draft).getClass());
  }

  private <T> T counted(Source source, Supplier<T> call) {
    try {
      return call.get();
    } catch (OverQuota e) {
      meters.rejected(source, e);
      throw e;
    }
  }

  private static <T> T write(OpenEngine open, AccountId account, Function<Commit, T> operation) {
    return open.write(account, Durability.SYNC, operation);
  }
}
