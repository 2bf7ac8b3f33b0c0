package org.restante.mail;

import org.restante.mailbox.MailboxRef;

/**
 * Word that something was committed. What it was is read from the views: a lost or doubled word
 * does no harm.
 *
 * @param mailbox which mailbox
 * @param kind messages or the mailbox itself
 * @param modSeq MODSEQ of the commit
 * @param committedNanos {@link System#nanoTime} after the commit, to measure how late word is
 */
public record Change(MailboxRef mailbox, Kind kind, long modSeq, long committedNanos) {

  /** What changed. */
  public enum Kind {
    /** Messages came, went, or changed flags. */
    MESSAGES,
    /** The mailbox was created, renamed or subscribed. */
    MAILBOX,
    /** The mailbox is gone. */
    DELETED
  }
}
