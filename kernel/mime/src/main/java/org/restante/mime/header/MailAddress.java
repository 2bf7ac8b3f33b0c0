package org.restante.mime.header;

import org.jspecify.annotations.Nullable;

/**
 * An address structure as IMAP's ENVELOPE has it, or a mark where a group starts or ends. Each char
 * is one octet of the letter; encoded words are not decoded.
 *
 * @param name the display name without quotes, or the comment where it stood for a name; or null
 * @param route the obsolete source route, such as {@code @a,@b}; or null
 * @param mailbox the local part without quotes; a group's name where a group starts; null where it
 *     ends; empty where the letter has none
 * @param host the domain; null for the marks of a group; empty where the letter has none, so that a
 *     broken address is never taken for a group
 * @rfc 3501 7.4.2
 */
public record MailAddress(
    @Nullable String name,
    @Nullable String route,
    @Nullable String mailbox,
    @Nullable String host) {

  private static final MailAddress GROUP_END = new MailAddress(null, null, null, null);

  /** The mark that opens a group of this name. */
  public static MailAddress groupStart(String name) {
    return new MailAddress(null, null, name, null);
  }

  /** The mark that closes a group. */
  public static MailAddress groupEnd() {
    return GROUP_END;
  }

  public boolean isGroupStart() {
    return host == null && mailbox != null;
  }

  public boolean isGroupEnd() {
    return host == null && mailbox == null;
  }

  /** Whether this is an address, not the mark of a group. */
  public boolean isMailbox() {
    return host != null;
  }
}
