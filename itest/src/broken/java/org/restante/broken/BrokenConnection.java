package org.restante.broken;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** A connection through which a sound session breaks a rule. */
final class BrokenConnection implements InvocationHandler {
  private static final int ANY_LENGTH = 1 << 20;
  private static final int SOME = 4;

  private final Connection real;
  private final BrokenPlugin plugin;
  private final ByteArrayOutputStream ahead = new ByteArrayOutputStream();
  private boolean mistaken;

  BrokenConnection(Connection real, BrokenPlugin plugin) {
    this.real = real;
    this.plugin = plugin;
  }

  Connection proxy() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  /** Whether the session has said that it does not understand. */
  boolean heardMistake() {
    return mistaken;
  }

  /** Whether a line was taken in that nobody has read. */
  boolean lineAhead() {
    return ahead.toString(ISO_8859_1).contains("\n");
  }

  /** Others first: the next line in another call. */
  void goOnIfAhead() {
    if (lineAhead()) {
      real.wake();
    }
  }

  @Override
  public @Nullable Object invoke(
      Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String call = method.getName();
    return switch (plugin.broken()) {
      case FORGETS -> {
        mistaken |= call.equals("write") && new String((byte[]) arguments[0]).startsWith("500");
        yield pass(method, arguments);
      }
      case AHEAD ->
          call.equals("readLine") ? lineOfAll((Integer) arguments[0]) : pass(method, arguments);
      case LINE -> call.equals("readLine") ? real.readLine(ANY_LENGTH) : pass(method, arguments);
      case EXCESS ->
          call.equals("readLine") ? part((Integer) arguments[0]) : pass(method, arguments);
      case SILENT -> call.equals("inactivityLimit") ? null : pass(method, arguments);
      case CLEAR -> call.equals("plaintextLoginAllowed") ? true : pass(method, arguments);
      case UNTOLD -> call.equals("authenticated") ? null : pass(method, arguments);
      case TWICE -> call.equals("meter") ? new Twice(real.meter()) : pass(method, arguments);
      case SERIES -> {
        if (call.equals("authenticated")) {
          String account = Long.toString(((AccountId) arguments[0]).value());
          plugin.registry().counter("restante.status.logins", "account", account).increment();
        }
        yield pass(method, arguments);
      }
      default -> pass(method, arguments);
    };
  }

  private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private byte[] lineOfAll(int limit) {
    byte[] piece = new byte[4096];
    while (!lineAhead()) {
      ahead.write(piece, 0, real.read(piece, 0, piece.length));
    }
    while (real.inputWaiting()) {
      ahead.write(piece, 0, real.read(piece, 0, piece.length));
    }
    String all = ahead.toString(ISO_8859_1);
    int end = all.indexOf('\n');
    ahead.reset();
    ahead.writeBytes(all.substring(end + 1).getBytes(ISO_8859_1));
    String line = all.substring(0, end).stripTrailing();
    if (line.length() > limit) {
      throw new LineTooLong(limit);
    }
    return line.getBytes(ISO_8859_1);
  }

  private byte[] part(int limit) {
    String[] names = new String(real.readLine(limit), ISO_8859_1).split("\t");
    int count = Math.min(names.length, SOME);
    return String.join("\t", Arrays.copyOf(names, count)).getBytes(ISO_8859_1);
  }

  /** Counts twice. */
  private record Twice(SessionMeter real) implements SessionMeter {
    @Override
    public void state(SessionState state) {
      real.state(state);
    }

    @Override
    public void command(String command, CommandResult result, long nanos) {
      real.command(command, result, nanos);
      real.command(command, result, nanos);
    }

    @Override
    public void fault() {
      real.fault();
    }

    @Override
    public void authentication(String mechanism, boolean granted) {
      real.authentication(mechanism, granted);
    }
  }
}
