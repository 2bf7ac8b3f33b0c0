package org.restante.inspection;

/**
 * One thing that does not agree.
 *
 * @param object what was looked at
 * @param where mailbox and UID, or the account
 * @param what the counter or row
 * @param kept what the store says
 * @param counted what it should be
 */
public record Finding(
    InspectedObject object, String where, String what, String kept, String counted) {

  /** All but the object in words. */
  public String message() {
    return where + ": " + what + " is " + kept + ", should be " + counted;
  }
}
