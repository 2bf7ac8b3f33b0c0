package org.restante.imap.settings;

import java.time.Duration;
import java.util.Set;

/**
 * What the operator sets.
 *
 * @param separator between the levels of a mailbox name
 * @param keepAlive how often an IDLE client hears something, so that NATs keep its connection
 * @param autologout how long a client may be silent once it has logged in
 * @param loginTimeout how long it may be silent before that
 * @param badCommands how many commands a client may get wrong before it is sent away
 * @param literalOctets most octets of the literals of one command, APPEND's message not counted
 * @param nesting most parentheses and search keys within each other
 * @param setRanges most ranges of a sequence set
 * @param messageLimit most messages that clients should name in one command; COPY and MOVE are held
 *     to it
 * @param enforceMessageLimit whether FETCH, STORE, SEARCH and UID EXPUNGE are held to it too
 * @param progressEvery how often a client hears that a long command is still in progress
 * @param literalMinus whether large literals must wait for an invitation (RFC 7888 §5)
 * @param quotaAdministrators addresses of accounts that may set quotas
 */
public record ImapSettings(
    char separator,
    Duration keepAlive,
    Duration autologout,
    Duration loginTimeout,
    int badCommands,
    int literalOctets,
    int nesting,
    int setRanges,
    int messageLimit,
    boolean enforceMessageLimit,
    Duration progressEvery,
    boolean literalMinus,
    Set<String> quotaAdministrators) {

  private static final Duration SHORTEST_AUTOLOGOUT = Duration.ofMinutes(30);

  /** Checks what RFC 3501 §5.4 and common sense ask for. */
  public ImapSettings {
    quotaAdministrators = Set.copyOf(quotaAdministrators);
    if (autologout.compareTo(SHORTEST_AUTOLOGOUT) < 0) {
      throw new IllegalArgumentException("autologout must be 30 minutes or more (RFC 3501 5.4)");
    }
    if (separator <= ' ' || separator >= 0x7f || "*%\\\"&".indexOf(separator) >= 0) {
      throw new IllegalArgumentException("separator can't be '" + separator + "'");
    }
    if (badCommands < 1 || literalOctets < 1 || nesting < 1 || setRanges < 1 || messageLimit < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (!keepAlive.isPositive() || !loginTimeout.isPositive() || progressEvery.isNegative()) {
      throw new IllegalArgumentException("durations must be positive");
    }
  }

  /** The settings of a server that nobody configured. */
  public static ImapSettings defaults() {
    return new ImapSettings(
        '/',
        Duration.ofMinutes(2),
        Duration.ofMinutes(30),
        Duration.ofMinutes(3),
        20,
        64 * 1024,
        200,
        20_000,
        10_000,
        false,
        Duration.ofSeconds(10),
        false,
        Set.of());
  }

  /** These settings with another separator. */
  public ImapSettings withSeparator(char other) {
    return with(
        other, messageLimit, enforceMessageLimit, progressEvery, literalMinus, quotaAdministrators);
  }

  /** These settings with a limit of messages that every command is held to. */
  public ImapSettings withMessageLimit(int messages) {
    return with(separator, messages, true, progressEvery, literalMinus, quotaAdministrators);
  }

  /** These settings with another time between words of progress; zero: after every step. */
  public ImapSettings withProgressEvery(Duration time) {
    return with(
        separator, messageLimit, enforceMessageLimit, time, literalMinus, quotaAdministrators);
  }

  /** These settings with LITERAL- in the place of LITERAL+. */
  public ImapSettings withLiteralMinus() {
    return with(
        separator, messageLimit, enforceMessageLimit, progressEvery, true, quotaAdministrators);
  }

  /** These settings with other administrators of quotas. */
  public ImapSettings withQuotaAdministrators(Set<String> others) {
    return with(separator, messageLimit, enforceMessageLimit, progressEvery, literalMinus, others);
  }

  private ImapSettings with(
      char otherSeparator,
      int messages,
      boolean enforced,
      Duration progress,
      boolean minus,
      Set<String> administrators) {
    return new ImapSettings(
        otherSeparator,
        keepAlive,
        autologout,
        loginTimeout,
        badCommands,
        literalOctets,
        nesting,
        setRanges,
        messages,
        enforced,
        progress,
        minus,
        administrators);
  }
}
