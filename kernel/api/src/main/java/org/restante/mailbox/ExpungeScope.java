package org.restante.mailbox;

/** Which messages of a set an expunge removes. */
public enum ExpungeScope {
  /** Those with {@code \Deleted} at the moment of the commit (IMAP). */
  DELETED_ONLY,
  /** All of them (POP3, retention). */
  ALL
}
