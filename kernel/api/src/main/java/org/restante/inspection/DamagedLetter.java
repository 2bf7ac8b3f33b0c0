package org.restante.inspection;

import org.restante.account.AccountId;

/**
 * A message that is not whole.
 *
 * @param account whose
 * @param mailbox in which mailbox
 * @param uid which one
 * @param loss what of it is lost
 */
public record DamagedLetter(AccountId account, long mailbox, long uid, Loss loss) {

  /** What is lost. */
  public enum Loss {
    /** Its octets, or some of them: it is not served. */
    CONTENT,
    /** Its flags: it is served without any. */
    FLAGS,
    /** The message: its number was given, and there is nothing else left of it. */
    MESSAGE
  }
}
