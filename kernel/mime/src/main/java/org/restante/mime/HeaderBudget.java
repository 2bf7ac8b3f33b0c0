package org.restante.mime;

/**
 * The octets of header fields that may still be kept, over all headers of a letter: so many of
 * lists of addresses, and as many of all others, so that a letter to a thousand recipients keeps
 * its subject and its structure.
 */
final class HeaderBudget {

  private int ofLists;
  private int ofOthers;

  HeaderBudget(int octets) {
    ofLists = octets;
    ofOthers = octets;
  }

  /** Takes as many octets for a field as are wanted and left. */
  int take(KnownField field, int wanted) {
    int taken = Math.min(wanted, field.isAddressList() ? ofLists : ofOthers);
    if (field.isAddressList()) {
      ofLists -= taken;
    } else {
      ofOthers -= taken;
    }
    return taken;
  }
}
