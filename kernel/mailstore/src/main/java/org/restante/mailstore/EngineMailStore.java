package org.restante.mailstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.restante.account.AccountId;
import org.restante.account.QuotaUsage;
import org.restante.delivery.Delivery;
import org.restante.delivery.DeliveryOutcome;
import org.restante.inspection.StoreInspection;
import org.restante.inspection.StoreRepair;
import org.restante.keyvalue.Durability;
import org.restante.keyvalue.KeyValueEngine;
import org.restante.mail.ChangeListener;
import org.restante.mail.ExactImport;
import org.restante.mail.MailStore;
import org.restante.mail.Watch;
import org.restante.mailbox.ExpungeScope;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxSnapshot;
import org.restante.mailbox.MailboxView;
import org.restante.mailbox.SpecialUse;
import org.restante.mailstore.account.AccountSlot;
import org.restante.mailstore.account.AccountState;
import org.restante.mailstore.account.Commit;
import org.restante.mailstore.content.StoredDraft;
import org.restante.mailstore.directory.StoredAccounts;
import org.restante.mailstore.mutation.Expunging;
import org.restante.mailstore.mutation.Mailboxes;
import org.restante.mailstore.mutation.Reflagging;
import org.restante.mailstore.mutation.Renaming;
import org.restante.mailstore.schema.MailboxRow;
import org.restante.mailstore.settings.Durabilities;
import org.restante.mailstore.settings.MailStoreSettings;
import org.restante.mailstore.snapshot.ReadAheadMemory;
import org.restante.mailstore.snapshot.StoredSnapshot;
import org.restante.message.AppendOutcome;
import org.restante.message.CopyOutcome;
import org.restante.message.FlagOutcome;
import org.restante.message.FlagUpdate;
import org.restante.message.MessageDraft;
import org.restante.message.NewMessage;
import org.restante.message.UidSet;
import org.restante.refusal.DiskFull;
import org.restante.refusal.StoreUnavailable;
import org.restante.retention.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail of all accounts, in a key-value engine that may be replaced meanwhile. */
@Component(
    service = {MailStore.class, EngineMailStore.class},
    configurationPid = "org.restante.mailstore")
@Designate(ocd = MailStoreConfiguration.class)
public final class EngineMailStore implements MailStore, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EngineMailStore.class);

  private final StoreCore core;
  private final Incoming incoming;
  private final StoredImport imports;
  private final ReadAheadMemory readAhead = ReadAheadMemory.ofHeap();

  /** As a component: the engine comes and goes by {@link #bindEngine}. */
  @Activate
  public EngineMailStore(
      MailStoreConfiguration configuration,
      Map<String, Object> properties,
      BundleContext context,
      @Reference MeterRegistry registry) {
    this(
        ConfiguredSettings.of(
            configuration, properties, context.getProperty("restante.memory.views")),
        registry);
  }

  private EngineMailStore(MailStoreSettings settings, MeterRegistry registry) {
    this.core = new StoreCore(settings, registry);
    this.incoming = new Incoming(core.gate(), core.meters());
    this.imports = new StoredImport(core.gate());
  }

  /**
   * A mail store without a framework around it.
   *
   * @throws StoreUnavailable if what is in the engine can't be used
   */
  public static EngineMailStore over(
      KeyValueEngine engine, MeterRegistry registry, MailStoreSettings settings) {
    EngineMailStore store = new EngineMailStore(settings, registry);
    store.core.open(engine);
    return store;
  }

  /** An engine has come, perhaps in place of the present one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindEngine(KeyValueEngine engine) {
    try {
      core.bind(engine);
    } catch (StoreUnavailable e) {
      log.error("The engine is not used", e);
    }
  }

  /** An engine goes: if it is the present one, calls wait for the next. */
  public void unbindEngine(KeyValueEngine engine) {
    core.close(engine);
  }

  /** The accounts of this store. */
  public StoredAccounts accounts() {
    return core.accounts();
  }

  StoreCore core() {
    return core;
  }

  /** Mail that keeps its numbers. */
  public ExactImport imports() {
    return imports;
  }

  /** What was removed and is kept for a time. */
  public Retention retention() {
    return core.retention();
  }

  /** Whether everything in this store agrees. */
  public StoreInspection inspection() {
    return core.scrub();
  }

  /** Repairs of this store. */
  public StoreRepair repair() {
    return core.salvage();
  }

  @Override
  @Deactivate
  public void close() {
    core.close();
  }

  @Override
  public List<Mailbox> mailboxes(AccountId account) {
    return read(
        account,
        state ->
            state.mailboxes().all().stream()
                .map(mailbox -> mailbox.row().mailbox(account))
                .toList());
  }

  @Override
  public Optional<Mailbox> mailbox(AccountId account, MailboxName name) {
    return read(
        account,
        state ->
            Optional.ofNullable(state.mailboxes().find(name))
                .map(mailbox -> mailbox.row().mailbox(account)));
  }

  @Override
  public Mailbox create(AccountId account, MailboxName name, Optional<SpecialUse> specialUse) {
    return changeMailboxes(account, commit -> Mailboxes.create(commit, name, specialUse))
        .mailbox(account);
  }

  @Override
  public void delete(AccountId account, MailboxName name) {
    changeMailboxes(account, commit -> Mailboxes.delete(commit, name));
    incoming.removeDoomed(account);
  }

  @Override
  public void rename(AccountId account, MailboxName from, MailboxName to) {
    change(account, commit -> Renaming.rename(commit, from, to));
  }

  @Override
  public Set<MailboxName> subscriptions(AccountId account) {
    return read(account, AccountState::subscriptions);
  }

  @Override
  public void subscribe(AccountId account, MailboxName name, boolean subscribed) {
    change(account, commit -> Mailboxes.subscribe(commit, name, subscribed));
  }

  @Override
  public MailboxView view(MailboxRef mailbox) {
    return core.gate()
        .call(
            open -> {
              AccountSlot slot = open.slot(mailbox.account());
              return open.views().view(slot, slot.state().mailbox(mailbox.mailbox()));
            });
  }

  @Override
  public MailboxSnapshot snapshot(MailboxRef mailbox) {
    return core.gate()
        .call(
            open -> {
              AccountSlot slot = open.slot(mailbox.account());
              return new StoredSnapshot(
                  core.gate(),
                  open.views().read(slot, slot.state().mailbox(mailbox.mailbox())),
                  readAhead);
            });
  }

  @Override
  public long claimRecent(MailboxRef mailbox) {
    AtomicLong floor = new AtomicLong();
    try {
      return core.gate()
          .call(
              open ->
                  open.write(
                      mailbox.account(),
                      Durability.BUFFERED,
                      commit -> {
                        MailboxRow row = commit.mailbox(mailbox.mailbox());
                        floor.set(row.recentFrom());
                        if (row.recentFrom() < row.uidNext()) {
                          commit.mailbox(row.claimed());
                        }
                        return row.recentFrom();
                      }));
    } catch (DiskFull | StoreUnavailable e) {
      if (floor.get() == 0) {
        throw e;
      }
      // nothing is written now: a reader goes on, and the next session is told of them, too
      return floor.get();
    }
  }

  @Override
  public MessageDraft draft(long expected) {
    return core.gate().call(open -> new StoredDraft(open, expected));
  }

  @Override
  public AppendOutcome append(MailboxRef mailbox, List<NewMessage> messages) {
    return incoming.append(mailbox, messages);
  }

  @Override
  public FlagOutcome updateFlags(MailboxRef mailbox, UidSet uids, FlagUpdate update) {
    FlagOutcome outcome =
        Reflagging.all(
            mailbox.mailbox(),
            uids,
            update,
            slice -> write(mailbox.account(), Durabilities::flags, slice));
    core.meters().reflagged(outcome.updated().count());
    return outcome;
  }

  @Override
  public CopyOutcome copy(MailboxRef from, UidSet uids, MailboxRef to) {
    return incoming.copy(from, uids, to);
  }

  @Override
  public CopyOutcome move(MailboxRef from, UidSet uids, MailboxRef to) {
    return incoming.move(from, uids, to);
  }

  @Override
  public Optional<AppendOutcome> replace(
      MailboxRef from, long uid, MailboxRef to, NewMessage message) {
    return incoming.replace(from, uid, to, message);
  }

  @Override
  public UidSet expunge(MailboxRef mailbox, UidSet uids, ExpungeScope scope) {
    return Expunging.all(
        mailbox.mailbox(),
        uids,
        scope,
        slice -> write(mailbox.account(), Durabilities::expunge, slice));
  }

  @Override
  public QuotaUsage usage(AccountId account) {
    return read(
        account,
        state -> new QuotaUsage(state.row().octets(), state.row().messages(), state.limits()));
  }

  @Override
  public Watch watch(AccountId account, ChangeListener listener) {
    return core.watches().watch(account, listener);
  }

  @Override
  public List<DeliveryOutcome> deliver(Delivery delivery) {
    return incoming.deliver(delivery);
  }

  private <T> T read(AccountId account, Function<AccountState, T> reading) {
    return core.gate().call(open -> reading.apply(open.account(account)));
  }

  private <T> T write(
      AccountId account,
      Function<Durabilities, Durability> durability,
      Function<Commit, T> operation) {
    return core.gate()
        .call(
            open -> open.write(account, durability.apply(open.settings().durability()), operation));
  }

  private <T> T changeMailboxes(AccountId account, Function<Commit, T> operation) {
    return write(account, Durabilities::mailboxes, operation);
  }

  private void change(AccountId account, Consumer<Commit> operation) {
    changeMailboxes(
        account,
        commit -> {
          operation.accept(commit);
          return account;
        });
  }
}
