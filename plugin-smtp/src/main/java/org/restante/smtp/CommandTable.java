package org.restante.smtp;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every command: its keyword, the roles that have it, how its arguments are read.
 *
 * @rfc 5321 4.1
 * @rfc 2033 4.1
 */
@SuppressWarnings("ImmutableEnumChecker") // method references and sets that nobody changes
enum CommandTable {
  EHLO(Roles.SMTP, Ehlo::read),
  HELO(Roles.SMTP, Helo::read),
  LHLO(Roles.LMTP, Ehlo::read),
  STARTTLS(Roles.ALL, StartTls::read),
  AUTH(Roles.SUBMISSION, Auth::read),
  MAIL(Roles.ALL, Mail::read),
  RCPT(Roles.ALL, Rcpt::read),
  DATA(Roles.ALL, Data::read),
  BDAT(Roles.ALL, Bdat::read),
  RSET(Roles.ALL, Rset::read),
  NOOP(Roles.ALL, Noop::read),
  VRFY(Roles.ALL, Vrfy::read),
  EXPN(Roles.ALL, Expn::read),
  HELP(Roles.ALL, Help::read),
  QUIT(Roles.ALL, Quit::read);

  private static final class Roles {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> SMTP = EnumSet.of(Role.MX, Role.SUBMISSION);
    private static final Set<Role> SUBMISSION = EnumSet.of(Role.SUBMISSION);
    private static final Set<Role> LMTP = EnumSet.of(Role.LMTP);
  }

  private static final Map<String, CommandTable> BY_KEYWORD =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  private final Set<Role> roles;
  private final Function<Arguments, Command> reader;

  CommandTable(Set<Role> roles, Function<Arguments, Command> reader) {
    this.roles = roles;
    this.reader = reader;
  }

  static Set<String> keywords() {
    return BY_KEYWORD.keySet();
  }

  /** The command of a line, where the role has it. */
  static Command read(Arguments line, Role role) {
    CommandTable entry = BY_KEYWORD.get(line.keyword());
    if (entry == null || !entry.roles.contains(role)) {
      throw new Problem.Syntax(500, "5.5.1", "unknown command");
    }
    return entry.reader.apply(line);
  }
}
