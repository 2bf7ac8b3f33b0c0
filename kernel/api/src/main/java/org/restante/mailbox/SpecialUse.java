package org.restante.mailbox;

/**
 * What a mailbox is for.
 *
 * @rfc 6154 2
 */
public enum SpecialUse {
  /** Messages that are archived. */
  ARCHIVE("\\Archive"),
  /** Drafts. */
  DRAFTS("\\Drafts"),
  /** Unwanted mail. */
  JUNK("\\Junk"),
  /** Copies of what was sent. */
  SENT("\\Sent"),
  /** What will be deleted. */
  TRASH("\\Trash");

  private final String attribute;

  SpecialUse(String attribute) {
    this.attribute = attribute;
  }

  /** The attribute as LIST shows it. */
  public String attribute() {
    return attribute;
  }
}
