package org.restante.pop3;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.account.Account;
import org.restante.account.Authentication;
import org.restante.pop3.CommandTable.Phase;
import org.restante.pop3.maildrop.Maildrop;
import org.restante.pop3.maildrop.MaildropLock;
import org.restante.pop3.multiline.MultiLineWriter;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SessionState;
import org.restante.protocol.SuspendedSession;

/** One client's conversation. */
final class Pop3Session implements ProtocolSession {

  /** More than the 255 of RFC 2449 §4, for long passwords. */
  private static final int LINE_OCTETS = 1024;

  private final Connection connection;
  private final Pop3Services services;
  private final LoginAttempt login = new LoginAttempt();
  private int syntaxErrors;
  private @Nullable OpenMaildrop open;

  /** Whether a multi-line response was begun and not ended: no {@code -ERR} can be said now. */
  private boolean insideResponse;

  private record OpenMaildrop(Maildrop maildrop, MaildropLock lock) {}

  Pop3Session(Connection connection, Pop3Services services) {
    this.connection = connection;
    this.services = services;
  }

  Pop3Session(Connection connection, Pop3Services services, SuspendedState state) {
    this(connection, services);
    login.resume(state.user(), state.failedLogins());
    syntaxErrors = state.syntaxErrors();
    state
        .maildrop()
        .ifPresent(
            maildrop ->
                open =
                    new OpenMaildrop(
                        new Maildrop(services.store(), maildrop),
                        services.locks().resume(maildrop.inbox().account(), connection::wake)));
    begin();
  }

  @Override
  public void greet() {
    begin();
    ok(connection.listener().hostname() + " POP3 ready");
  }

  private void begin() {
    connection.inactivityLimit(services.settings().inactivity());
    connection.meter().state(open == null ? SessionState.NOT_AUTHENTICATED : SessionState.SELECTED);
  }

  @Override
  public void onInput() {
    long began = System.nanoTime();
    String keyword = "other";
    CommandResult result = CommandResult.ABORTED;
    try {
      Arguments line = Arguments.of(connection.readLine(LINE_OCTETS));
      keyword = line.keyword();
      run(line);
      result = CommandResult.OK;
    } catch (ConnectionLost lost) {
      throw lost;
    } catch (RuntimeException problem) {
      result = failed(problem);
    } finally {
      connection.meter().command(keyword, result, System.nanoTime() - began);
    }
  }

  private void run(Arguments line) {
    OpenMaildrop mine = open;
    if (mine == null) {
      CommandTable.read(line, Phase.AUTHORIZATION).run(this);
      return;
    }
    try {
      if (!mine.lock().begin()) {
        connection.close(CloseReason.TIMEOUT);
        throw new Problem.Refused(ResponseCode.IN_USE, "another session has the maildrop now");
      }
      CommandTable.read(line, Phase.TRANSACTION).run(this);
    } finally {
      mine.lock().end();
    }
  }

  private CommandResult failed(RuntimeException problem) {
    Problems words = Problems.of(problem, connection);
    if (insideResponse) {
      // Half a letter was sent: only the end of the connection tells the client that it is half.
      connection.close(CloseReason.ERROR);
      return words.result();
    }
    say("-ERR " + words.text());
    if (words.result() == CommandResult.BAD
        && ++syntaxErrors > services.settings().syntaxErrors()) {
      services.meters().count(Pop3Meters.Series.ERRORS, 1);
      connection.close(CloseReason.ERROR);
    }
    return words.result();
  }

  @Override
  public void onWake() {
    OpenMaildrop mine = open;
    if (mine != null && mine.lock().lost()) {
      // As by autologout: RFC 1939 §3 wants neither a removal nor a word.
      connection.close(CloseReason.TIMEOUT);
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    OpenMaildrop mine = open;
    SuspendedState state =
        new SuspendedState(
            login.user(),
            login.failures(),
            syntaxErrors,
            Optional.ofNullable(mine).map(held -> held.maildrop().state()));
    release();
    return Optional.of(state.suspended(version));
  }

  @Override
  public void farewell(CloseReason reason) {
    switch (reason) {
      case SHUTDOWN, BUNDLE_STOP -> say("-ERR [SYS/TEMP] the service stops, come back soon");
      case ERROR -> say("-ERR [SYS/TEMP] the session ends");
      // RFC 1939 §3: an autologout sends nothing.
      case TIMEOUT, LOGOUT, CLIENT_GONE -> {}
    }
  }

  @Override
  public void onClose(CloseReason reason) {
    release();
  }

  private void release() {
    OpenMaildrop mine = open;
    if (mine != null) {
      services.locks().release(mine.lock());
    }
    open = null;
  }

  Connection connection() {
    return connection;
  }

  Pop3Services services() {
    return services;
  }

  /** The login that is going on. */
  LoginAttempt login() {
    return login;
  }

  boolean authorized() {
    return open != null;
  }

  /** The maildrop of this session, which is in TRANSACTION state. */
  Maildrop maildrop() {
    OpenMaildrop mine = open;
    if (mine == null) {
      throw new IllegalStateException("no maildrop before the login");
    }
    return mine.maildrop();
  }

  /** The number of a message that can be named: not marked, and there at login. */
  int expectMessage(int number) {
    if (!maildrop().has(number)) {
      throw new Problem.Refused("no such message");
    }
    return number;
  }

  void ok(String text) {
    say("+OK " + text);
  }

  /** Sends a line. */
  void say(String line) {
    connection.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code +OK} and what follows it. */
  void multiLine(String text, Consumer<MultiLineWriter> content) {
    ok(text);
    insideResponse = true;
    MultiLineWriter writer = new MultiLineWriter(connection::write);
    content.accept(writer);
    writer.end();
    insideResponse = false;
  }

  /** Opens the maildrop of an account that has shown who it is. */
  void enter(String mechanism, Account account) {
    connection.meter().authentication(mechanism, true);
    MaildropLock lock =
        services
            .locks()
            .take(account.id(), services.settings().takeoverAfter(), connection::wake)
            .orElseThrow(
                () -> new Problem.Refused(ResponseCode.IN_USE, "another session has the maildrop"));
    try {
      open = new OpenMaildrop(Maildrop.open(services.store(), account.id()), lock);
    } finally {
      lock.end();
      if (open == null) {
        services.locks().release(lock);
      }
    }
    connection.authenticated(account.id());
    connection.meter().state(SessionState.SELECTED);
    ok("maildrop has " + maildrop().count() + " messages");
  }

  /** Says no to a login, and closes the connection after too many of them. */
  Problem denied(String mechanism, Authentication.Reason reason) {
    connection.meter().authentication(mechanism, false);
    if (login.failed() >= services.settings().loginAttempts()) {
      services.meters().count(Pop3Meters.Series.LOGINS, 1);
      connection.close(CloseReason.ERROR);
    }
    return switch (reason) {
      case INVALID_CREDENTIALS ->
          new Problem.Refused(ResponseCode.AUTH, "name or password is wrong");
      case DISABLED -> new Problem.Refused(ResponseCode.AUTH, "the account is disabled");
      case THROTTLED -> new Problem.Refused(ResponseCode.SYS_TEMP, "too many logins, wait a while");
      case UNAVAILABLE -> new Problem.Refused(ResponseCode.SYS_TEMP, "no logins now, try later");
    };
  }

  /** The end of QUIT: the maildrop is free, the client is gone. */
  void leave() {
    release();
    connection.meter().state(SessionState.LOGOUT);
    connection.close(CloseReason.LOGOUT);
  }
}
