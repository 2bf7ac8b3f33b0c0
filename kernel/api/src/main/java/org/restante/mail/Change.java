package org.restante.mail;

import org.restante.mailbox.MailboxRef;

/**
 * Word that something was committed. What it was is read from the views: a doubled word does no
 * harm, and where words were lost {@link Kind#RESYNC} says so.
 *
 * @param mailbox which mailbox; where the kind is {@link Kind#RESYNC}, 0: any of the account
 * @param kind messages or the mailbox itself
 * @param modSeq MODSEQ of the commit; where the kind is {@link Kind#RESYNC}, one below the first
 *     commit that no word is given of
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
    DELETED,
    /**
     * The listener was too slow and words were dropped: look at everything above the MODSEQ again,
     * mailboxes that came or went included. Words after it are complete again.
     */
    RESYNC
  }
}
