package org.restante.testkit.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.protocol.CommandResult;
import org.restante.protocol.SessionMeter;
import org.restante.protocol.SessionState;

/** Keeps what a session told its meter. Thread-safe. */
public final class RecordedMeter implements SessionMeter {
  private final List<SessionState> states = new CopyOnWriteArrayList<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final List<Login> logins = new CopyOnWriteArrayList<>();
  private final AtomicInteger faults = new AtomicInteger();

  @Override
  public void state(SessionState state) {
    states.add(state);
  }

  @Override
  public void command(String command, CommandResult result, long nanos) {
    commands.add(new Command(command, result));
  }

  @Override
  public void fault() {
    faults.incrementAndGet();
  }

  @Override
  public void authentication(String mechanism, boolean granted) {
    logins.add(new Login(mechanism, granted));
  }

  /** The states so far. */
  public List<SessionState> states() {
    return List.copyOf(states);
  }

  /** The commands so far. */
  public List<Command> commands() {
    return List.copyOf(commands);
  }

  /** The logins so far. */
  public List<Login> logins() {
    return List.copyOf(logins);
  }

  /** Errors of the plugin's own so far. */
  public int faults() {
    return faults.get();
  }

  /** A command that ended. */
  public record Command(String name, CommandResult result) {}

  /** A login that was tried. */
  public record Login(String mechanism, boolean granted) {}
}
