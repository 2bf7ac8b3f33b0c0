package org.restante.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.account.AccountId;
import org.restante.smtp.delivery.AcceptedRecipient;
import org.restante.smtp.path.Path;

/**
 * A mail transaction: from MAIL to the end of the letter, RSET or another greeting.
 *
 * @rfc 5321 3.3
 */
final class Transaction {

  private final Path sender;
  private final OptionalLong size;
  private final List<AcceptedRecipient> recipients = new ArrayList<>();

  /** Whether its one account may turn out to be full: see {@link org.restante.smtp.delivery}. */
  private boolean alone;

  private @Nullable Arrival chunks;
  private boolean broken;

  /**
   * A transaction without recipients.
   *
   * @param size what SIZE= said
   */
  Transaction(Path sender, OptionalLong size) {
    this.sender = sender;
    this.size = size;
  }

  Path sender() {
    return sender;
  }

  OptionalLong size() {
    return size;
  }

  /** In the order of their RCPT, those of one account included. */
  List<AcceptedRecipient> recipients() {
    return recipients;
  }

  void add(AcceptedRecipient recipient, boolean mustBeAlone) {
    recipients.add(recipient);
    alone |= mustBeAlone;
  }

  boolean alone() {
    return alone;
  }

  /** Whether somebody else than this account gets the letter too. */
  boolean hasOtherThan(AccountId account) {
    return recipients.stream().anyMatch(recipient -> !recipient.account().equals(account));
  }

  /** The letter that comes in chunks; null before the first one. */
  @Nullable Arrival chunks() {
    return chunks;
  }

  void chunks(Arrival arrival) {
    chunks = arrival;
  }

  /** A chunk failed: nothing goes on before RSET (RFC 3030 §2). */
  void breakOff() {
    broken = true;
    close();
  }

  /** Whether recipients and a letter can still come. */
  boolean expectsLetter() {
    return !broken && chunks == null;
  }

  boolean broken() {
    return broken;
  }

  /** Drops what came of a letter. */
  void close() {
    Arrival arrival = chunks;
    if (arrival != null) {
      arrival.letter().close();
    }
    chunks = null;
  }
}
