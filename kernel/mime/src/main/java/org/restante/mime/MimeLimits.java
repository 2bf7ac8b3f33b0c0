package org.restante.mime;

/**
 * How much structure is read out of one letter; past a limit the rest counts as the opaque body of
 * the enclosing part. The letter itself may have any size.
 *
 * @param maxParts the most parts, the letter itself and multiparts among them
 * @param maxDepth how deep parts are nested, 1 being the letter itself; at most {@value #DEEPEST}
 * @param maxHeaderOctets the most octets kept of lists of addresses, and the most of the other
 *     fields that envelope and structure need, over all headers of the letter; a list that is
 *     longer ends with the last whole address, and a field of which nothing is left is none
 */
public record MimeLimits(int maxParts, int maxDepth, int maxHeaderOctets) {

  /** No index is deeper than this, so reading one back by recursion is safe. */
  public static final int DEEPEST = 200;

  /** With these an encoded index is nearly always shorter than 64 KiB, as it is to be stored. */
  public static final MimeLimits DEFAULT = new MimeLimits(750, 64, 64 * 1024);

  public MimeLimits {
    if (maxParts < 1 || maxDepth < 1 || maxDepth > DEEPEST || maxHeaderOctets < 0) {
      throw new IllegalArgumentException(
          "limits: " + maxParts + " parts, depth " + maxDepth + ", header " + maxHeaderOctets);
    }
  }
}
