package org.restante.mime.stored;

import org.jspecify.annotations.Nullable;
import org.restante.mime.header.MailAddress;

/**
 * An address of a stored envelope; its texts are those of {@link MailAddress}.
 *
 * @param name the display name, or null
 * @param route the source route, or null
 * @param mailbox the local part, or what a mark of a group has there
 * @param host the domain, or null
 */
public record StoredAddress(
    @Nullable StoredText name,
    @Nullable StoredText route,
    @Nullable StoredText mailbox,
    @Nullable StoredText host) {
  private static final StoredText EMPTY = StoredText.of("");

  static StoredAddress read(IndexCursor in) {
    int form = in.octet();
    StoredText none = IndexFlag.EMPTY_HOST.isIn(form) ? EMPTY : null;
    return new StoredAddress(
        IndexFlag.NAME.isIn(form) ? in.storedText() : null,
        IndexFlag.ROUTE.isIn(form) ? in.storedText() : null,
        IndexFlag.MAILBOX.isIn(form) ? in.storedText() : null,
        IndexFlag.HOST.isIn(form) ? in.storedText() : none);
  }

  /** Whether this is an address, not the mark of a group. */
  public boolean isMailbox() {
    return host != null;
  }

  /** The same with strings. */
  MailAddress decode() {
    return new MailAddress(
        StoredText.string(name),
        StoredText.string(route),
        StoredText.string(mailbox),
        StoredText.string(host));
  }
}
