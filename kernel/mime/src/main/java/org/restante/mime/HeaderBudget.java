package org.restante.mime;

/** The octets of header fields that may still be kept, over all headers of a letter. */
final class HeaderBudget {

  private int left;

  HeaderBudget(int octets) {
    left = octets;
  }

  /** Takes as many octets as are wanted and left. */
  int take(int wanted) {
    int taken = Math.min(wanted, left);
    left -= taken;
    return taken;
  }
}
