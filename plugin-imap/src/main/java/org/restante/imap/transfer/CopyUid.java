package org.restante.imap.transfer;

import org.restante.message.CopyOutcome;

/**
 * The response code of COPY and MOVE.
 *
 * @rfc 4315 3
 */
final class CopyUid {
  private CopyUid() {}

  /** The code, or nothing where no message was there. */
  static String code(CopyOutcome outcome) {
    return outcome.from().isEmpty()
        ? ""
        : "COPYUID " + outcome.uidValidity() + " " + outcome.from() + " " + outcome.to();
  }
}
