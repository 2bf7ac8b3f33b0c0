package org.restante.imap.session;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.restante.imap.state.State;
import org.restante.imap.syntax.ImapReader;

/**
 * A row of the command table.
 *
 * @param name upper case; {@code UID FETCH} for the UID form of FETCH
 * @param allowed the states in which it is valid
 * @param reader reads what follows the name, up to the end of the command or to a literal that the
 *     command itself will read
 * @param sync what the client is told before the tagged response
 * @param numbered whether it names messages by number: refused under UIDONLY
 */
public record CommandRow(
    String name,
    Set<State> allowed,
    Function<ImapReader, Command> reader,
    Sync sync,
    boolean numbered) {

  /** What others have done, as far as a command lets it be told. */
  public enum Sync {
    /** Nothing. */
    NONE,
    /** New messages and flags: sequence numbers are in use (RFC 3501 §7.4.1). */
    NO_EXPUNGE,
    /** Everything. */
    ALL
  }

  /** Valid in every state. */
  public static CommandRow universal(String name, Function<ImapReader, Command> reader) {
    return new CommandRow(
        name,
        EnumSet.of(State.NOT_AUTHENTICATED, State.AUTHENTICATED, State.SELECTED),
        reader,
        Sync.ALL,
        false);
  }

  /** Valid before a login only. */
  public static CommandRow guest(String name, Function<ImapReader, Command> reader) {
    return new CommandRow(name, EnumSet.of(State.NOT_AUTHENTICATED), reader, Sync.NONE, false);
  }

  /** Valid after a login. */
  public static CommandRow personal(String name, Function<ImapReader, Command> reader) {
    return new CommandRow(
        name, EnumSet.of(State.AUTHENTICATED, State.SELECTED), reader, Sync.ALL, false);
  }

  /** Valid in a mailbox. */
  public static CommandRow inMailbox(String name, Function<ImapReader, Command> reader) {
    return new CommandRow(name, EnumSet.of(State.SELECTED), reader, Sync.ALL, false);
  }

  /** Valid in a mailbox, and naming messages by number. */
  public static CommandRow byNumber(String name, Function<ImapReader, Command> reader) {
    return new CommandRow(name, EnumSet.of(State.SELECTED), reader, Sync.ALL, true);
  }

  /** The same row with less to tell. */
  public CommandRow telling(Sync less) {
    return new CommandRow(name, allowed, reader, less, numbered);
  }
}
