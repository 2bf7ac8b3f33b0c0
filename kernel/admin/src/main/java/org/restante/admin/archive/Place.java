package org.restante.admin.archive;

import org.restante.admin.http.Refusal;

/**
 * A letter's place in an archive: mailboxes by their ids, letters by their UIDs.
 *
 * @param mailbox a mailbox's id
 * @param uid a UID in it
 */
record Place(long mailbox, long uid) {

  /** Before the first letter. */
  static final Place START = new Place(0, 0);

  /** {@code mailbox/uid}. */
  static Place parse(String text) {
    String[] numbers = text.split("/", -1);
    try {
      if (numbers.length == 2) {
        return new Place(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
      }
    } catch (NumberFormatException malformed) {
      // refused below
    }
    throw new Refusal(400, "after is MAILBOX/UID, as the archive names its letters");
  }

  boolean isStart() {
    return equals(START);
  }
}
