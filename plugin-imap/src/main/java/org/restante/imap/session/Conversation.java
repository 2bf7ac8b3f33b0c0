package org.restante.imap.session;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.imap.extension.Feature;
import org.restante.imap.extension.Standing;
import org.restante.imap.meter.ImapFigures;
import org.restante.imap.session.CommandRow.Sync;
import org.restante.imap.settings.ImapSettings;
import org.restante.imap.state.State;
import org.restante.imap.state.Transition;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.ModifiedUtf7;
import org.restante.mail.MailStore;
import org.restante.mailbox.Mailbox;
import org.restante.mailbox.MailboxName;
import org.restante.mailbox.MailboxRef;
import org.restante.mailbox.MailboxView;
import org.restante.message.UidSet;
import org.restante.protocol.Connection;
import org.restante.refusal.InvalidMailboxName;
import org.restante.refusal.NoSuchAccount;
import org.restante.refusal.NoSuchMailbox;

/** What a command sees of its session: who, where, what for, and the way to answer. */
public final class Conversation {
  private final Services services;
  private final Connection connection;
  private final ImapWriter out;
  private State state;
  private @Nullable AccountId account;
  private @Nullable Selected selected;
  private final MessageLimit limit;
  private String tag = "*";
  private boolean namesUids;
  private boolean mailboxGone;
  private boolean numbersKept;
  private @Nullable Runnable afterReply;
  private final Set<Feature> features = EnumSet.noneOf(Feature.class);

  Conversation(Services services, Connection connection, Transition greeting) {
    this.services = services;
    this.connection = connection;
    this.out = new ImapWriter(connection::write);
    this.limit = new MessageLimit(services.settings());
    this.state = greeting.initial();
    connection.inactivityLimit(services.settings().loginTimeout());
    connection.meter().state(state.metered());
  }

  /** The mail. */
  public MailStore store() {
    return services.store();
  }

  /** What all sessions share. */
  public Services services() {
    return services;
  }

  /** The operator's settings. */
  public ImapSettings settings() {
    return services.settings();
  }

  /** For the dashboards. */
  public ImapFigures figures() {
    return services.figures();
  }

  /** How many messages a command may work on. */
  public MessageLimit limit() {
    return limit;
  }

  /** The tag of the command in progress. */
  public String tag() {
    return tag;
  }

  /** Whether the command in progress is one of the UID commands. */
  boolean namesUids() {
    return namesUids;
  }

  void begins(Heading heading) {
    tag = heading.tag();
    namesUids = heading.name().startsWith("UID ");
  }

  /** This command uses message numbers, whatever its row says: no expunges are told with it. */
  public void keepNumbers() {
    numbersKept = true;
  }

  boolean takeNumbersKept() {
    boolean kept = numbersKept;
    numbersKept = false;
    return kept;
  }

  /** The client's connection. */
  public Connection connection() {
    return connection;
  }

  /** Where responses go. */
  public ImapWriter out() {
    return out;
  }

  /** The state now. */
  public State state() {
    return state;
  }

  /** What the client may use now, separated by spaces. */
  public String capabilities() {
    return services
        .extensions()
        .capabilities(
            new Standing(
                state,
                connection,
                Optional.ofNullable(account),
                services.settings(),
                services.sasl(),
                services.accounts()));
  }

  /** The client has shown who it is. */
  public void loggedIn(AccountId who) {
    change(Transition.LOGGED_IN);
    account = who;
    connection.authenticated(who);
    connection.inactivityLimit(settings().autologout());
  }

  /** A mailbox is open from now on. */
  public void opened(Selected mailbox) {
    change(Transition.OPENED);
    selected = mailbox;
  }

  /** No mailbox is open any more, if one was. */
  public void closed() {
    if (state == State.SELECTED) {
      change(Transition.CLOSED);
      selected = null;
    }
  }

  /**
   * The mailbox that is open, if one is, gives way to another: what follows is about that one.
   *
   * @rfc 7162 3.2.11
   */
  public void closedByAnother() {
    if (state == State.SELECTED) {
      closed();
      out.raw("* OK [CLOSED] The mailbox that was open is closed").endLine();
    }
  }

  /** Whether this mailbox is open. */
  public boolean hasOpen(MailboxRef ref) {
    return selected != null && selected.ref().equals(ref);
  }

  /** What the client has enabled. */
  public Set<Feature> features() {
    return Set.copyOf(features);
  }

  /** Whether the client has enabled something. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /**
   * The client wants this from now on. Where CONDSTORE comes with a mailbox open, up to where the
   * client knows it is told.
   *
   * @rfc 7162 3.1
   */
  public void enable(Feature feature) {
    boolean isNew = features.add(feature);
    if (isNew && feature == Feature.CONDSTORE && selected != null) {
      out.raw("* OK [HIGHESTMODSEQ ").number(selected.knownModSeq()).raw("] Told so far").endLine();
    }
  }

  /**
   * Refuses message numbers where the client said that it uses none.
   *
   * @rfc 9586 3
   */
  public void requireNumbers() {
    if (has(Feature.UIDONLY)) {
      throw Refused.bad("UIDREQUIRED", "Message numbers are not used in this session");
    }
  }

  /** The client is leaving. */
  public void left() {
    change(Transition.LEFT);
    selected = null;
  }

  /** Does something behind the tagged response, once the client has it. */
  public void afterReply(Runnable action) {
    afterReply = action;
  }

  /**
   * The mailbox name that a client wrote: as it is where there is such a mailbox, or else in the
   * one form that is written the same by everybody.
   *
   * @rfc 6855 3
   * @rfc 9051 5.1
   */
  public MailboxName name(String wire) {
    MailboxName written = parse(wire);
    boolean settled = !speaksUtf8() || Normalizer.isNormalized(wire, Normalizer.Form.NFC);
    return settled || store().mailbox(account(), written).isPresent()
        ? written
        : parse(Normalizer.normalize(wire, Normalizer.Form.NFC));
  }

  private MailboxName parse(String wire) {
    return text(wire)
        .map(text -> MailboxName.parse(text, settings().separator()))
        .orElseThrow(() -> new InvalidMailboxName("not in modified UTF-7"));
  }

  /**
   * Whether a client of IMAP4rev2 has to be told that what it called a mailbox is not its name.
   *
   * @rfc 9051 6.3.9.7
   */
  public boolean isOtherName(String wire, MailboxName name) {
    String text = name.text(settings().separator());
    return has(Feature.IMAP4REV2)
        && !wire.equals(text)
        && !wire.equals(text + settings().separator()); // announces names below it
  }

  /** The name that a client wrote, as text; absent where it is in none of its forms. */
  private Optional<String> text(String wire) {
    boolean separated = wire.indexOf('\u2028') >= 0 || wire.indexOf('\u2029') >= 0;
    return speaksUtf8() ? Optional.of(wire).filter(name -> !separated) : ModifiedUtf7.decode(wire);
  }

  /**
   * Whether mailbox names are in UTF-8, in both directions.
   *
   * @rfc 6855 3
   * @rfc 9051 5.1
   */
  public boolean speaksUtf8() {
    return features.contains(Feature.UTF8_ACCEPT) || features.contains(Feature.IMAP4REV2);
  }

  /** A pattern of names that a client wrote, as text. */
  public String pattern(String wire) {
    return text(wire).orElse(wire);
  }

  /** Writes a mailbox name as the client reads it. */
  public ImapWriter writeName(MailboxName name) {
    String text = name.text(settings().separator());
    return speaksUtf8() ? out.utf8Name(text) : out.astring(ModifiedUtf7.encode(text));
  }

  /** The mailbox of a name that a client wrote. */
  public Mailbox mailbox(AccountId owner, String wire) {
    MailboxName name = name(wire);
    return store().mailbox(owner, name).orElseThrow(() -> new NoSuchMailbox(name.toString()));
  }

  /**
   * The mailbox that messages are to be put into.
   *
   * @rfc 3501 6.3.11
   */
  public Mailbox target(AccountId owner, String wire) {
    return store()
        .mailbox(owner, name(wire))
        .orElseThrow(() -> new Refused("TRYCREATE", "There is no such mailbox"));
  }

  /**
   * Refuses to go on where messages that a client named by number are gone already.
   *
   * @rfc 2180 4.4.1
   */
  public void requireThere(Selected mailbox, UidSet uids, boolean byUid) {
    if (!byUid && store().view(mailbox.ref()).present(uids).count() < uids.count()) {
      throw new Refused("EXPUNGEISSUED", "Some of the messages are expunged");
    }
  }

  /** Tells new keywords, ahead of the messages that have them. */
  public void tellKeywords(MailboxView view) {
    Selected mailbox = selected();
    if (!mailbox.isUpTo(view)) {
      mailbox.tellKeywords(out, view);
    }
  }

  /** Tells what others did to the selected mailbox. */
  public void sync(Sync sync) {
    Selected mailbox = selected;
    if (mailbox == null || sync == Sync.NONE) {
      return;
    }
    try {
      MailboxView now = current(mailbox);
      new SyncPoint(this, mailbox, now).tell(sync == Sync.ALL);
    } catch (NoSuchMailbox | NoSuchAccount gone) {
      mailboxGone = true;
    }
  }

  /**
   * New messages are recent in the first session that hears of them and may change the mailbox, and
   * until then in all that only look.
   *
   * @rfc 3501 2.3.2
   */
  private MailboxView current(Selected mailbox) {
    MailboxView now = store().view(mailbox.ref());
    int known = mailbox.exists();
    long lastKnown = known == 0 ? 0 : mailbox.numbering().uid(known - 1);
    boolean arrivals = now.exists() > 0 && now.uid(now.exists() - 1) > lastKnown;
    if (!arrivals) {
      return now;
    }
    if (mailbox.readOnly()) {
      mailbox.claimed(recent(now.mailbox().recentFrom(), now));
      return now;
    }
    long floor = store().claimRecent(mailbox.ref());
    MailboxView claimed = store().view(mailbox.ref());
    mailbox.claimed(recent(floor, claimed));
    return claimed;
  }

  /** The UIDs of a view from a claimed floor. */
  public static UidSet recent(long floor, MailboxView view) {
    long last = view.mailbox().uidNext() - 1;
    return floor > last ? UidSet.EMPTY : UidSet.range(floor, last);
  }

  /** Up to where a client that follows expunges knows everything, if it was just told. */
  OptionalLong known(boolean told) {
    return told && selected != null && has(Feature.QRESYNC)
        ? OptionalLong.of(selected.knownModSeq())
        : OptionalLong.empty();
  }

  /** Who has logged in. */
  public AccountId account() {
    return Objects.requireNonNull(account, "no account before a login");
  }

  Selected selected() {
    return Objects.requireNonNull(selected, "no mailbox is selected");
  }

  /** Whether the selected mailbox was deleted by somebody. */
  boolean mailboxGone() {
    return mailboxGone;
  }

  void runAfterReply() {
    Runnable action = afterReply;
    afterReply = null;
    if (action != null) {
      action.run();
    }
  }

  /** Shows the dashboards the state that the session is in. */
  public void meterState() {
    connection.meter().state(state.metered());
  }

  private void change(Transition transition) {
    state = transition.from(state);
    meterState();
  }
}
