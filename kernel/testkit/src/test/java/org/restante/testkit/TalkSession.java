package org.restante.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import org.restante.protocol.CloseReason;
import org.restante.protocol.Connection;
import org.restante.protocol.ProtocolSession;
import org.restante.protocol.SuspendedSession;

/** Counts its commands; {@code TAKE {n}} reads octets, the others do what they say. */
record TalkSession(TalkPlugin plugin, Connection connection, int[] commands)
    implements ProtocolSession {

  TalkSession(TalkPlugin plugin, Connection connection, int commands) {
    this(plugin, connection, new int[] {commands});
  }

  @Override
  public void greet() {
    plugin.calls.add("greet");
    connection.inactivityLimit(Duration.ofMinutes(30));
    say("hello " + connection.listener().name());
  }

  @Override
  public void onInput() {
    plugin.calls.add("onInput");
    String[] words = new String(connection.readLine(100), UTF_8).split(" ", 2);
    commands[0]++;
    switch (words[0]) {
      case "TAKE" -> take(Integer.parseInt(words[1].replaceAll("[{}]", "")));
      case "TLS" -> {
        say("go ahead");
        connection.startTls();
      }
      case "LATER" -> connection.wakeAfter(Duration.ofMinutes(Integer.parseInt(words[1])));
      case "BREAK" -> throw new IllegalStateException("broken");
      case "QUIT" -> {
        say("bye");
        connection.close(CloseReason.LOGOUT);
      }
      default -> say(commands[0] + " " + String.join(" ", words));
    }
  }

  @Override
  public void onWake() {
    plugin.calls.add("onWake");
    say("news");
  }

  @Override
  public Optional<SuspendedSession> suspend(int version) {
    plugin.calls.add("suspend " + version);
    return Optional.of(new SuspendedSession("talk", version, new byte[] {(byte) commands[0]}));
  }

  @Override
  public void farewell(CloseReason reason) {
    plugin.calls.add("farewell " + reason);
    say("farewell");
  }

  @Override
  public void onClose(CloseReason reason) {
    plugin.calls.add("onClose " + reason);
  }

  private void take(int count) {
    say("send " + count);
    connection.flush();
    byte[] octets = new byte[count];
    int taken = 0;
    while (taken < count) {
      taken += connection.read(octets, taken, count - taken);
    }
    say("took " + new String(octets, UTF_8).strip());
  }

  private void say(String line) {
    connection.write((line + "\r\n").getBytes(UTF_8));
  }
}
