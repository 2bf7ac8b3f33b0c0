package org.restante.imap.section;

import org.restante.mime.OctetRange;

/**
 * A substring: so many octets from a position on.
 *
 * @rfc 3501 6.4.5
 */
public record Partial(long start, long count) {

  /** As much of it as there is. */
  public OctetRange of(OctetRange whole) {
    return whole.clip(start, count);
  }
}
