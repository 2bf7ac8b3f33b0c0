package org.restante.archive;

import java.io.InputStream;
import java.util.List;

/** What an archive is made of, in this order. */
public sealed interface ArchivePart {

  /**
   * Whose mail it is.
   *
   * @param account the primary address
   * @param created when it was made, RFC 3339
   */
  record Header(String account, String created) implements ArchivePart {}

  /** All mailboxes, and all names that are subscribed without being one. */
  record Mailboxes(List<ArchivedMailbox> list) implements ArchivePart {

    /** Copies the list. */
    public Mailboxes {
      list = List.copyOf(list);
    }
  }

  /**
   * A letter. Those of one mailbox follow each other by ascending UID.
   *
   * @param about what the server knows about it
   * @param content its octets, until the next part is read
   */
  record Letter(ArchivedLetter about, InputStream content) implements ArchivePart {}

  /**
   * A letter whose octets can't be read any more.
   *
   * @param about what the server still knows about it
   * @param reason what is wrong with it
   */
  record Damaged(ArchivedLetter about, String reason) implements ArchivePart {}

  /**
   * The end; an archive without one is not whole.
   *
   * @param letters letters that were written since the header; after a resumption, since then
   * @param damaged of these, the damaged ones
   */
  record End(long letters, long damaged) implements ArchivePart {}
}
