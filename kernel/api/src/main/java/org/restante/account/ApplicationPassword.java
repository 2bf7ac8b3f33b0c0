package org.restante.account;

import java.time.Instant;

/**
 * A password for one program of an account's owner, taken back without touching the others.
 *
 * @param id its name in the account, which is also the first group of the password
 * @param label what it is for, in the owner's words
 * @param created when it was made
 */
public record ApplicationPassword(String id, String label, Instant created) {

  /** Most of one account. */
  public static final int MOST = 100;

  /** Most characters of a label. */
  public static final int LONGEST_LABEL = 100;
}
