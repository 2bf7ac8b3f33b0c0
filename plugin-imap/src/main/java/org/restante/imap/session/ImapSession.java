package org.restante.imap.session;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.imap.settings.ImapSettings;
import org.restante.imap.state.State;
import org.restante.imap.state.Transition;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ImapWriter;
import org.restante.imap.syntax.LiteralTooBig;
import org.restante.imap.syntax.SyntaxLimits;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;
import org.restante.protocol.UnreadableSession;
import org.restante.protocol.state.StateVersions;
import org.restante.refusal.MailRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's conversation: reads commands, runs them by the table, ends each with a tagged
 * response.
 */
public final class ImapSession implements ProtocolSession {
  private static final Logger LOG = LoggerFactory.getLogger(ImapSession.class);

  /** Largest literal without an invitation where the operator chose LITERAL- (RFC 7888 §5). */
  private static final long LITERAL_MINUS = 4096;

  /** The formats of suspended sessions that are written and read here. */
  public static final StateVersions STATES = SessionImage.VERSIONS;

  private final CommandTable table;
  private final Connection connection;
  private final Conversation conversation;
  private final ImapWriter out;
  private @Nullable Ongoing ongoing;
  private Heading ongoingHeading = new Heading("*", "", Optional.empty());
  private int badCommands;

  /** A session for a new connection. */
  public ImapSession(Services services, CommandTable table, Connection connection) {
    this.table = table;
    this.connection = connection;
    this.conversation = new Conversation(services, connection, Transition.CONNECTED);
    this.out = conversation.out();
  }

  /**
   * A session that goes on from a state; {@code idling} begins IDLE anew, saying nothing.
   *
   * @throws UnreadableSession if the state is none of these, before anything is done with it
   */
  public static ImapSession resumed(
      Services services,
      CommandTable table,
      Connection connection,
      SuspendedSession state,
      Function<Conversation, Ongoing> idling)
      throws UnreadableSession {
    SessionImage image = SessionImage.read(state);
    ImapSession session = new ImapSession(services, table, connection);
    image.restore(session.conversation);
    if (!image.idleTag().isEmpty()) {
      session.ongoingHeading = new Heading(image.idleTag(), "IDLE", table.row("IDLE"));
      session.ongoing = idling.apply(session.conversation);
    }
    return session;
  }

  @Override
  public void greet() {
    out.raw("* OK [CAPABILITY ").raw(conversation.capabilities()).raw("] ");
    out.raw(connection.listener().hostname()).raw(" ready").endLine();
    out.drain();
  }

  @Override
  public void onInput() {
    try {
      byte[] line = connection.readLine(connection.limits().lineOctets());
      if (ongoing == null) {
        command(line);
      } else {
        endOngoing(ongoing, line);
      }
    } catch (LineTooLong | LiteralTooBig lost) {
      // What follows may be a literal or a command: nobody can tell.
      bye("[TOOBIG] Line or literal too long");
    }
    out.drain();
    conversation.runAfterReply();
  }

  @Override
  public void onWake() {
    if (ongoing != null) {
      ongoing.onWake();
      leaveIfMailboxGone();
      out.drain();
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    if (conversation.state() == State.LOGOUT) {
      return Optional.empty();
    }
    SessionImage image = SessionImage.of(conversation, ongoing == null ? "" : ongoingHeading.tag());
    Optional<SuspendedSession> state = image.suspended(version);
    if (state.isPresent()) {
      release();
    }
    return state;
  }

  @Override
  public void farewell(CloseReason reason) {
    if (out.abandon()) {
      switch (reason) {
        case TIMEOUT -> out.raw("* BYE Silent for too long").endLine();
        case SHUTDOWN, BUNDLE_STOP -> out.raw("* BYE [UNAVAILABLE] Try again later").endLine();
        case ERROR -> out.raw("* BYE [SERVERBUG] Internal error").endLine();
        case LOGOUT, CLIENT_GONE -> {}
      }
    }
    out.drain();
  }

  @Override
  public void onClose(CloseReason reason) {
    release();
    conversation.left();
  }

  private void command(byte[] line) {
    long start = System.nanoTime();
    ImapReader in = new ImapReader(line, new ConnectionSource(connection, out), limits());
    Heading heading = Heading.read(in, table);
    try {
      Outcome outcome = attempt(heading, in);
      in.skipRest();
      switch (outcome) {
        case Ongoing started -> {
          ongoing = started;
          ongoingHeading = heading;
        }
        case Completion completion -> complete(completion, heading, start);
      }
    } catch (ConnectionLost lost) {
      connection.meter().command(heading.name(), CommandResult.ABORTED, System.nanoTime() - start);
      throw lost;
    }
  }

  private Outcome attempt(Heading heading, ImapReader in) {
    try {
      conversation.begins(heading);
      Command command = heading.rowFor(conversation).reader().apply(in);
      in.expectEnd();
      return switch (command) {
        case Command.Universal universal -> universal.run(conversation);
        case Command.Personal personal -> personal.run(conversation, conversation.account());
        case Command.InMailbox inner -> inner.run(conversation, conversation.selected());
      };
    } catch (RuntimeException failure) {
      Completion reply = Failure.reply(failure, heading.name(), connection);
      if (!out.abandon()) {
        throw new IllegalStateException("failed within a response: " + heading.name(), failure);
      }
      return reply;
    }
  }

  private void endOngoing(Ongoing ended, byte[] line) {
    long start = System.nanoTime();
    ongoing = null;
    complete(ended.onLine(line), ongoingHeading, start);
  }

  private void complete(Completion completion, Heading heading, long start) {
    boolean told = completion.result() != CommandResult.BAD && tellNews(heading.sync());
    completion
        .knowing(conversation.known(told))
        .limited(conversation.limit().takeReached(), out)
        .write(out, heading.tag());
    leaveIfMailboxGone();
    badCommands = completion.result() == CommandResult.BAD ? badCommands + 1 : 0;
    if (badCommands >= conversation.settings().badCommands()) {
      bye("Too many bad commands");
    }
    connection.meter().command(heading.name(), completion.result(), System.nanoTime() - start);
  }

  private boolean tellNews(CommandRow.Sync sync) {
    boolean keep = conversation.takeNumbersKept() && sync == CommandRow.Sync.ALL;
    try {
      conversation.sync(keep ? CommandRow.Sync.NO_EXPUNGE : sync);
      return true;
    } catch (MailRefusal later) {
      LOG.debug("connection {}: news are told with a later command", connection.id(), later);
      out.abandon();
      return false;
    }
  }

  /** RFC 2180 §3 leaves a server few choices; this one is honest with every client. */
  private void leaveIfMailboxGone() {
    if (conversation.mailboxGone()) {
      bye("[NONEXISTENT] The selected mailbox was deleted");
    }
  }

  private void bye(String words) {
    if (conversation.state() != State.LOGOUT) {
      if (out.abandon()) {
        out.raw("* BYE ").raw(words).endLine();
      }
      conversation.left();
      connection.close(CloseReason.ERROR);
    }
  }

  private void release() {
    if (ongoing != null) {
      ongoing.release();
      ongoing = null;
    }
  }

  private SyntaxLimits limits() {
    ImapSettings settings = conversation.settings();
    return new SyntaxLimits(
        settings.literalOctets(),
        connection.limits().messageOctets(),
        settings.literalMinus() ? LITERAL_MINUS : Long.MAX_VALUE,
        settings.setRanges(),
        settings.nesting());
  }
}
