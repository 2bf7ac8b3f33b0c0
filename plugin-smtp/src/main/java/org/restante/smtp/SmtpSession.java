package org.restante.smtp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.ConnectionLost;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SessionState;
import org.restante.protocol.SuspendedSession;
import org.restante.smtp.delivery.OneReply;
import org.restante.smtp.letter.Input;
import org.restante.smtp.path.Path;
import org.restante.smtp.reply.Reply;

/** One client's conversation. */
final class SmtpSession implements ProtocolSession {

  /** The 512 of RFC 5321 §4.5.3.1.4 and room for what extensions add to it. */
  private static final int LINE_OCTETS = 2048;

  /** What a client called itself. */
  record Hello(String name, boolean extended) {}

  private final Connection connection;
  private final SmtpServices services;
  private final Role role;
  private final Input input;
  private @Nullable Hello hello;
  private @Nullable AccountId account;
  private @Nullable Transaction transaction;
  private int errors;
  private int failedLogins;
  private boolean closed;

  /** How the command that runs will be counted: by its last reply. */
  private CommandResult result = CommandResult.ABORTED;

  SmtpSession(Connection connection, SmtpServices services) {
    this(connection, services, SuspendedState.NEW);
  }

  SmtpSession(Connection connection, SmtpServices services, SuspendedState state) {
    this.connection = connection;
    this.services = services;
    this.role = Role.of(connection.listener());
    this.input = new Input(connection, state.ahead());
    this.hello = state.hello().orElse(null);
    this.account = state.account().orElse(null);
    this.errors = state.errors();
    this.failedLogins = state.failedLogins();
    this.transaction = state.transaction().orElse(null);
    connection.inactivityLimit(services.settings().inactivity());
    connection
        .meter()
        .state(account == null ? SessionState.NOT_AUTHENTICATED : SessionState.AUTHENTICATED);
  }

  @Override
  public void greet() {
    String protocol = role == Role.LMTP ? "LMTP" : "ESMTP";
    reply(Reply.of(220, "", connection.listener().hostname() + " " + protocol + " Restante"));
  }

  @Override
  public void onInput() {
    do {
      command();
    } while (!closed && input.lineAhead());
  }

  private void command() {
    long began = System.nanoTime();
    String keyword = "other";
    result = CommandResult.ABORTED;
    try {
      byte[] line = input.readLine(connection.limits().lineOctets());
      Arguments arguments = Arguments.of(line);
      keyword = arguments.keyword();
      if (line.length > LINE_OCTETS && !keyword.equals(CommandTable.AUTH.name())) {
        throw new Problem.Syntax(500, "5.5.2", "line too long");
      }
      CommandTable.read(arguments, role).run(this);
    } catch (ConnectionLost lost) {
      throw lost;
    } catch (RuntimeException problem) {
      failed(problem);
    } finally {
      connection.meter().command(keyword, result, System.nanoTime() - began);
    }
  }

  private void failed(RuntimeException problem) {
    Problems words = Problems.of(problem, connection);
    reply(words.reply());
    result = words.result();
    if (words.result() == CommandResult.BAD) {
      error();
    }
  }

  /** Counts an error of the client, and ends the session after too many. */
  void error() {
    errors++;
    if (errors > services.settings().errors() && !closed) {
      services.meters().count(SmtpMeters.Series.ERRORS);
      reply(Reply.of(421, "4.7.0", connection.listener().hostname() + " too many errors"));
      close(CloseReason.ERROR);
    }
  }

  /** Counts a failed login, and ends the session after too many. */
  void failedLogin() {
    failedLogins++;
    if (failedLogins >= services.settings().loginAttempts()) {
      services.meters().count(SmtpMeters.Series.LOGINS);
      reply(Reply.of(421, "4.7.0", connection.listener().hostname() + " too many failed logins"));
      close(CloseReason.ERROR);
    }
  }

  @Override
  public void onWake() {
    // Nothing in SMTP happens without a command.
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    Transaction open = transaction;
    if (open != null && !open.expectsLetter()) {
      // Half a letter, or a failed one, can't move; it is over soon.
      return Optional.empty();
    }
    return Optional.of(
        new SuspendedState(
                Optional.ofNullable(hello),
                Optional.ofNullable(account),
                errors,
                failedLogins,
                Optional.ofNullable(open),
                input.ahead())
            .suspended(version));
  }

  @Override
  public void farewell(CloseReason reason) {
    String host = connection.listener().hostname();
    switch (reason) {
      case TIMEOUT -> reply(Reply.of(421, "4.4.2", host + " you were silent too long"));
      case SHUTDOWN, BUNDLE_STOP -> reply(Reply.of(421, "4.3.2", host + " the service stops"));
      case ERROR -> reply(Reply.of(421, "4.3.0", host + " the session ends"));
      case LOGOUT, CLIENT_GONE -> {}
    }
  }

  @Override
  public void onClose(CloseReason reason) {
    endTransaction();
  }

  Connection connection() {
    return connection;
  }

  SmtpServices services() {
    return services;
  }

  Role role() {
    return role;
  }

  Input input() {
    return input;
  }

  void reply(Reply reply) {
    connection.write(reply.octets());
    result = reply.code() < 400 ? CommandResult.OK : CommandResult.NO;
  }

  /** Says to all recipients what the protocol has words for. */
  void reply(List<Reply> replies) {
    if (replies.stream().anyMatch(Reply::positive)) {
      errors = 0;
    }
    result = CommandResult.OK;
    if (role == Role.LMTP) {
      replies.forEach(this::reply);
    } else {
      reply(OneReply.of(replies));
    }
  }

  void close(CloseReason reason) {
    closed = true;
    connection.meter().state(SessionState.LOGOUT);
    connection.close(reason);
  }

  /** A greeting: the session begins anew but for TLS and the login. */
  void greeted(Hello name) {
    endTransaction();
    hello = name;
  }

  /** Everything the client said in clear is forgotten, what lies ahead included (RFC 3207 §4.2). */
  void forget() {
    endTransaction();
    input.drop();
    hello = null;
  }

  /** What the client called itself, which it has to do first. */
  Hello hello() {
    Hello said = hello;
    if (said == null) {
      throw Problem.sequence(role == Role.LMTP ? "LHLO first" : "EHLO first");
    }
    return said;
  }

  /**
   * Programs that submit letters say whole addresses: nobody else can complete them later.
   *
   * @rfc 6409 4.2
   */
  void requireQualified(Path path, String status) {
    if (role == Role.SUBMISSION && !path.isNull() && path.domain().isEmpty()) {
      throw new Problem.Refused(554, status, "the address has no domain");
    }
  }

  boolean authenticated() {
    return account != null;
  }

  void authenticated(AccountId id) {
    account = id;
    connection.authenticated(id);
    connection.meter().state(SessionState.AUTHENTICATED);
  }

  boolean inTransaction() {
    return transaction != null;
  }

  void begin(Transaction begun) {
    transaction = begun;
  }

  Transaction expectTransaction() {
    Transaction open = transaction;
    if (open == null) {
      throw Problem.sequence("MAIL first");
    }
    return open;
  }

  void endTransaction() {
    Transaction open = transaction;
    if (open != null) {
      open.close();
    }
    transaction = null;
  }

  /**
   * The protocol's name in Received.
   *
   * @rfc 3848
   */
  String protocolName() {
    if (role != Role.LMTP && !hello().extended()) {
      return "SMTP";
    }
    return (role == Role.LMTP ? "LMTP" : "ESMTP")
        + (connection.encrypted() ? "S" : "")
        + (authenticated() ? "A" : "");
  }
}
