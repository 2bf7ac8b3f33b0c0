package org.restante.core.echo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.zip.CRC32;
import org.restante.account.AccountId;
import org.restante.protocol.CloseReason;
import org.restante.protocol.CommandResult;
import org.restante.protocol.Connection;
import org.restante.protocol.LineTooLong;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SessionState;
import org.restante.protocol.SuspendedSession;

/** One conversation of {@link EchoPlugin}. */
final class EchoSession implements ProtocolSession {
  private final Connection connection;
  private final Queue<String> events;
  private final String revision;
  private byte commands;
  private boolean movable = true;
  private boolean loud;

  EchoSession(Connection connection, Queue<String> events, String revision, int commands) {
    this.connection = connection;
    this.events = events;
    this.revision = revision;
    this.commands = (byte) commands;
  }

  @Override
  public void greet() {
    say("hello from " + revision);
  }

  @Override
  public void onInput() {
    try {
      byte[] line = connection.readLine(connection.limits().lineOctets());
      commands++;
      String[] words = new String(line, ISO_8859_1).split(" ", 2);
      long start = System.nanoTime();
      command(words[0], words.length > 1 ? words[1] : "");
      connection.meter().command(words[0], CommandResult.OK, System.nanoTime() - start);
    } catch (LineTooLong e) {
      say("too long");
    }
  }

  private void command(String name, String argument) {
    switch (name) {
      case "SAY" -> say(argument);
      case "COUNT" -> say(revision + " " + commands);
      case "TAKE" -> take(Integer.parseInt(argument));
      case "HOLD" -> {
        say("ready");
        take(Integer.parseInt(argument));
      }
      case "GIVE" -> give(Integer.parseInt(argument));
      case "STARTTLS" -> startTls();
      case "COMPRESS" -> compress();
      case "COMPRESSED" -> say("" + connection.compressed());
      case "SECURE" -> say(connection.encrypted() + " " + connection.plaintextLoginAllowed());
      case "LOGIN" -> login(argument);
      case "TIMER" -> connection.wakeAfter(Duration.ofMillis(Long.parseLong(argument)));
      case "SILENCE" -> connection.inactivityLimit(Duration.ofMillis(Long.parseLong(argument)));
      case "LOUD" -> loud = true;
      case "STAY" -> movable = false;
      case "GO" -> movable = true;
      case "ENTER" -> {
        connection.authenticated(new AccountId(Long.parseLong(argument)));
        say("entered");
      }
      case "FAULT" -> {
        connection.meter().fault();
        say("our fault");
      }
      case "IGNORE" -> say("ignored");
      case "FAIL" -> throw new IllegalStateException("as asked for");
      case "QUIT" -> quit();
      default -> mischief(name);
    }
  }

  /** Only some jars hold the class. */
  private void mischief(String name) {
    try {
      Class.forName("org.restante.core.echo.EchoMischief")
          .asSubclass(EchoAct.class)
          .getConstructor()
          .newInstance()
          .act(name);
      say("done");
    } catch (ReflectiveOperationException e) {
      say("what?");
    }
  }

  private void login(String mechanism) {
    connection.meter().authentication(mechanism, true);
    connection.meter().state(SessionState.AUTHENTICATED);
    say("in");
  }

  private void take(int octets) {
    byte[] buffer = new byte[8192];
    CRC32 crc = new CRC32();
    int left = octets;
    while (left > 0) {
      int count = connection.read(buffer, 0, Math.min(left, buffer.length));
      crc.update(buffer, 0, count);
      left -= count;
    }
    say("took " + Long.toHexString(crc.getValue()));
  }

  private void give(int octets) {
    byte[] piece = new byte[Math.min(octets, 65_536)];
    Arrays.fill(piece, (byte) 'x');
    for (int left = octets; left > 0; left -= piece.length) {
      connection.write(piece, 0, Math.min(left, piece.length));
    }
    say("");
  }

  private void startTls() {
    say("go ahead");
    connection.startTls();
  }

  private void compress() {
    say("go ahead");
    connection.compress();
  }

  private void quit() {
    say("bye");
    connection.close(CloseReason.LOGOUT);
  }

  @Override
  public void onWake() {
    events.add("wake");
    if (loud) {
      say("woken");
    }
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    events.add("suspend");
    return movable
        ? Optional.of(new SuspendedSession(EchoPlugin.PROTOCOL, version, new byte[] {commands}))
        : Optional.empty();
  }

  @Override
  public void farewell(CloseReason reason) {
    events.add("farewell " + reason);
    say("farewell " + reason);
  }

  @Override
  public void onClose(CloseReason reason) {
    events.add("close " + reason);
  }

  private void say(String text) {
    connection.write((text + "\r\n").getBytes(ISO_8859_1));
  }
}
