package org.restante.refusal;

/** A stored message can't be read whole: its octets do not match what was accepted. */
public final class DamagedMessage extends MailRefusal {
  private static final long serialVersionUID = 1L;

  /** Which message. */
  public DamagedMessage(String message) {
    super(message, null);
  }
}
