package org.restante.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.account.Authentication;
import org.restante.mail.Watch;
import org.restante.mailbox.MailboxName;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SessionState;
import org.restante.protocol.SuspendedSession;

/** One client's conversation. Its calls come one at a time; only {@code wake} is for any thread. */
final class StatusSession implements ProtocolSession {
  static final Set<String> COMMANDS = Set.of("LOGIN", "STATUS", "WATCH", "UNWATCH", "NOOP", "QUIT");

  private final Connection connection;
  private final StatusServices services;
  private final Map<MailboxName, Told> watched = new LinkedHashMap<>();
  private @Nullable AccountId account;
  private @Nullable Watch watch;

  StatusSession(Connection connection, StatusServices services, SuspendedState state) {
    this.connection = connection;
    this.services = services;
    this.account = state.account().orElse(null);
    state.watched().forEach(told -> watched.put(told.name(), told));
    connection.inactivityLimit(Duration.ofSeconds(services.inactivitySeconds()));
  }

  /** Goes on: what changed while nobody listened is told by the wake. */
  StatusSession resumed() {
    if (!watched.isEmpty()) {
      listen();
      connection.wake();
    }
    return this;
  }

  @Override
  public void greet() {
    say("220 " + connection.listener().hostname() + " mailbox status");
  }

  @Override
  public void onInput() {
    long begin = System.nanoTime();
    String name = "other";
    CommandResult result = CommandResult.ABORTED;
    try {
      String line = new String(connection.readLine(connection.limits().lineOctets()), UTF_8);
      int blank = line.indexOf(' ');
      name = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
      run(name, blank < 0 ? "" : line.substring(blank + 1));
      result = CommandResult.OK;
    } catch (ConnectionLost lost) {
      throw lost;
    } catch (RuntimeException cause) {
      Problem problem = Problem.of(cause, connection);
      say(problem.reply());
      result = problem.result();
    } finally {
      connection.meter().command(name, result, System.nanoTime() - begin);
    }
  }

  private void run(String command, String argument) {
    switch (command) {
      case "LOGIN" -> logIn(argument);
      case "STATUS" -> tell(argument);
      case "WATCH" -> watch(argument);
      case "UNWATCH" -> unwatch();
      case "NOOP" -> say("250 done");
      case "QUIT" -> quit();
      default -> throw Problem.syntax("unknown command");
    }
  }

  private void logIn(String argument) {
    int blank = argument.indexOf(' ');
    if (account != null || blank < 0) {
      throw Problem.syntax(account == null ? "LOGIN user password" : "you are logged in");
    }
    if (!connection.plaintextLoginAllowed()) {
      throw Problem.refused("538 no login without TLS");
    }
    String user = argument.substring(0, blank);
    String password = argument.substring(blank + 1);
    Authentication outcome =
        services.authenticator().authenticate(user, password, connection.peer().getAddress());
    connection.meter().authentication("LOGIN", outcome instanceof Authentication.Granted);
    switch (outcome) {
      case Authentication.Granted granted -> enter(granted.account().id());
      case Authentication.Denied denied -> throw Problem.denied(denied.reason());
    }
  }

  private void enter(AccountId id) {
    account = id;
    connection.authenticated(id); // or the kernel ends the session when the time to log in is over
    connection.meter().state(SessionState.AUTHENTICATED);
    say("230 logged in");
  }

  private void tell(String argument) {
    for (MailboxName name : names(argument)) {
      say(Told.now(services.store(), loggedIn(), name).line());
      services.meters().asked();
    }
    say("250 done");
  }

  private void watch(String argument) {
    List<MailboxName> names = names(argument);
    unlisten();
    listen(); // first listen, then look: what comes in between is told
    for (MailboxName name : names) {
      Told told = Told.now(services.store(), loggedIn(), name);
      watched.put(name, told);
      say(told.line());
    }
    connection.meter().state(SessionState.IDLE);
    say("250 done");
  }

  private void unwatch() {
    loggedIn();
    unlisten();
    connection.meter().state(SessionState.AUTHENTICATED);
    say("250 done");
  }

  private void quit() {
    say("221 goodbye");
    connection.meter().state(SessionState.LOGOUT);
    connection.close(CloseReason.LOGOUT);
  }

  /** Something has changed in the account, maybe. */
  @Override
  public void onWake() {
    for (Map.Entry<MailboxName, Told> entry : watched.entrySet()) {
      Told now = Told.now(services.store(), loggedIn(), entry.getKey());
      if (!now.equals(entry.getValue())) {
        entry.setValue(now);
        say(now.line());
        services.meters().watched();
      }
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    SuspendedState state =
        new SuspendedState(Optional.ofNullable(account), List.copyOf(watched.values()));
    unlisten();
    return Optional.of(state.suspended(version));
  }

  @Override
  public void farewell(CloseReason reason) {
    switch (reason) {
      case SHUTDOWN, BUNDLE_STOP -> say("421 the service stops, come back soon");
      case TIMEOUT -> say("421 you were silent for too long");
      case ERROR -> say("421 the session ends");
      case LOGOUT, CLIENT_GONE -> {} // nobody to say it to
    }
  }

  @Override
  public void onClose(CloseReason reason) {
    unlisten();
  }

  private List<MailboxName> names(String argument) {
    loggedIn();
    String[] names = argument.split("\t", -1);
    if (argument.isEmpty() || names.length > services.mostMailboxes()) {
      throw argument.isEmpty()
          ? Problem.syntax("name a mailbox")
          : Problem.refused("552 at most " + services.mostMailboxes() + " mailboxes");
    }
    return Arrays.stream(names).map(name -> MailboxName.parse(name, '/')).distinct().toList();
  }

  private AccountId loggedIn() {
    if (account == null) {
      throw Problem.refused("530 log in first");
    }
    return account;
  }

  private void listen() {
    watch = services.store().watch(loggedIn(), change -> connection.wake());
  }

  private void unlisten() {
    watched.clear();
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  private void say(String line) {
    connection.write((line + "\r\n").getBytes(UTF_8));
  }
}
