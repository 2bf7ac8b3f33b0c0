package org.restante.pop3;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every command: its keyword, the states in which it may be given, how its arguments are read.
 *
 * @rfc 1939 9
 */
@SuppressWarnings("ImmutableEnumChecker") // method references and sets that nobody changes
enum CommandTable {
  USER(Phase.IN_AUTHORIZATION, User::read),
  PASS(Phase.IN_AUTHORIZATION, Pass::read),
  AUTH(Phase.IN_AUTHORIZATION, Auth::read),
  STLS(Phase.IN_AUTHORIZATION, Stls::read),
  CAPA(Phase.ANYWHERE, Capa::read),
  STAT(Phase.IN_TRANSACTION, Stat::read),
  LIST(Phase.IN_TRANSACTION, ListCommand::read),
  UIDL(Phase.IN_TRANSACTION, Uidl::read),
  RETR(Phase.IN_TRANSACTION, Retr::read),
  TOP(Phase.IN_TRANSACTION, Top::read),
  DELE(Phase.IN_TRANSACTION, Dele::read),
  RSET(Phase.IN_TRANSACTION, Rset::read),
  NOOP(Phase.IN_TRANSACTION, Noop::read),
  QUIT(Phase.ANYWHERE, Quit::read);

  /** The states of RFC 1939 in which commands are read; UPDATE is a part of QUIT. */
  enum Phase {
    AUTHORIZATION,
    TRANSACTION;

    private static final Set<Phase> IN_AUTHORIZATION = EnumSet.of(AUTHORIZATION);
    private static final Set<Phase> IN_TRANSACTION = EnumSet.of(TRANSACTION);
    private static final Set<Phase> ANYWHERE = EnumSet.allOf(Phase.class);
  }

  private static final Map<String, CommandTable> BY_KEYWORD =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  private final Set<Phase> phases;
  private final Function<Arguments, Command> reader;

  CommandTable(Set<Phase> phases, Function<Arguments, Command> reader) {
    this.phases = phases;
    this.reader = reader;
  }

  static Set<String> keywords() {
    return BY_KEYWORD.keySet();
  }

  /** The command of a line, where it may be given in this state. */
  static Command read(Arguments line, Phase phase) {
    CommandTable entry = BY_KEYWORD.get(line.keyword());
    if (entry == null) {
      throw new Problem.Syntax("unknown command");
    }
    if (!entry.phases.contains(phase)) {
      throw new Problem.Syntax("not in " + phase.name().toLowerCase(Locale.ROOT) + " state");
    }
    return entry.readArguments(line);
  }

  private Command readArguments(Arguments line) {
    Command command = reader.apply(line);
    line.expectEnd();
    return command;
  }
}
