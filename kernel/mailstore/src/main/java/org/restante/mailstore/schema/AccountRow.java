package org.restante.mailstore.schema;

/**
 * The counters of an account. The limits of its quota are in its {@link DirectoryRow}: one truth.
 *
 * @param writer drawn when the account was loaded for writing: with modSeq it names a commit
 * @param modSeq the highest MODSEQ given, in all mailboxes
 * @param nextMailboxId above every mailbox id ever given
 * @param nextMessageId above every message id ever given
 * @param lastUidValidity the highest UIDVALIDITY ever given
 * @param octets sum of the sizes of all messages
 * @param messages number of all messages
 */
public record AccountRow(
    long writer,
    long modSeq,
    long nextMailboxId,
    long nextMessageId,
    long lastUidValidity,
    long octets,
    long messages) {

  /** Of an account that was just created. */
  public static final AccountRow NEW = new AccountRow(0, 0, 1, 1, 0, 0, 0);

  /** The same, committed by this writer at this MODSEQ. */
  public AccountRow at(long newWriter, long newModSeq) {
    return new AccountRow(
        newWriter, newModSeq, nextMailboxId, nextMessageId, lastUidValidity, octets, messages);
  }

  /** After a mailbox was made. */
  public AccountRow withMailbox(long uidValidity) {
    return new AccountRow(
        writer, modSeq, nextMailboxId + 1, nextMessageId, uidValidity, octets, messages);
  }

  /** After a UIDVALIDITY was given by somebody else. */
  public AccountRow withUidValidity(long uidValidity) {
    return new AccountRow(
        writer,
        modSeq,
        nextMailboxId,
        nextMessageId,
        Math.max(lastUidValidity, uidValidity),
        octets,
        messages);
  }

  /** After so many message ids were given. */
  public AccountRow withMessageIds(long count) {
    return new AccountRow(
        writer, modSeq, nextMailboxId, nextMessageId + count, lastUidValidity, octets, messages);
  }

  /** After the usage changed by this. */
  public AccountRow using(long moreOctets, long moreMessages) {
    return new AccountRow(
        writer,
        modSeq,
        nextMailboxId,
        nextMessageId,
        lastUidValidity,
        octets + moreOctets,
        messages + moreMessages);
  }
}
