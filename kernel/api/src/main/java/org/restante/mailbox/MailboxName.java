package org.restante.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.restante.refusal.InvalidMailboxName;

/**
 * A mailbox's name: the levels of its hierarchy, free of any separator. INBOX as the first level is
 * the same in every case.
 *
 * @param levels outermost first; none empty, no control characters
 * @rfc 3501 5.1
 */
public record MailboxName(List<String> levels) implements Comparable<MailboxName> {

  /** Most levels of a name. */
  public static final int MAX_LEVELS = 32;

  /** Most octets of a name in UTF-8, one for each separator. */
  public static final int MAX_OCTETS = 200;

  /** Where mail arrives. */
  public static final MailboxName INBOX = new MailboxName(List.of("INBOX"));

  /** Checks the levels and folds INBOX. */
  public MailboxName {
    MailboxNameRules.check(levels);
    levels = MailboxNameRules.foldInbox(levels);
  }

  /**
   * Reads a name as a client writes it; one separator at its end is dropped (RFC 3501 §6.3.3).
   *
   * @throws InvalidMailboxName where no mailbox can have this name
   */
  public static MailboxName parse(String text, char separator) {
    return new MailboxName(MailboxNameRules.split(text, separator));
  }

  /** The name with a separator between its levels. */
  public String text(char separator) {
    return String.join(String.valueOf(separator), levels);
  }

  /** Whether this is INBOX itself. */
  public boolean isInbox() {
    return equals(INBOX);
  }

  /** Whether this name is below the other one in the hierarchy. */
  public boolean isBelow(MailboxName other) {
    return levels.size() > other.levels.size()
        && levels.subList(0, other.levels.size()).equals(other.levels);
  }

  /** This name with {@code from}, which is above it or equal, replaced by {@code to}. */
  public MailboxName moved(MailboxName from, MailboxName to) {
    List<String> moved = new ArrayList<>(to.levels);
    moved.addAll(levels.subList(from.levels.size(), levels.size()));
    return new MailboxName(moved);
  }

  @Override
  public int compareTo(MailboxName other) {
    for (int i = 0; i < Math.min(levels.size(), other.levels.size()); i++) {
      int order = levels.get(i).compareTo(other.levels.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(levels.size(), other.levels.size());
  }

  /** For logs: the name with {@code /}. */
  @Override
  public String toString() {
    return text('/');
  }
}
