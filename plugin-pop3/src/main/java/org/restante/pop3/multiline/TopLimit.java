package org.restante.pop3.multiline;

/**
 * Finds where TOP stops: after the header, the blank line and so many lines of the body. A line
 * ends at LF.
 *
 * @rfc 1939 7
 */
public final class TopLimit {

  private long lines;
  private boolean body;
  private boolean done;
  private int lineOctets;
  private boolean lineIsCr;

  /** Stops after so many lines of the body. */
  public TopLimit(long lines) {
    this.lines = lines;
  }

  /** Whether all that is to be sent has been seen. */
  public boolean reached() {
    return done;
  }

  /** Takes the next octets and says how many of them, from the first, are to be sent. */
  public int take(byte[] octets, int length) {
    for (int i = 0; i < length && !done; i++) {
      if (octets[i] == '\n') {
        lineEnds();
        if (done) {
          return i + 1;
        }
      } else {
        lineIsCr = lineOctets == 0 && octets[i] == '\r';
        lineOctets = Math.min(lineOctets + 1, 2);
      }
    }
    return done ? 0 : length;
  }

  private void lineEnds() {
    if (body) {
      lines--;
    } else {
      body = lineOctets == 0 || lineIsCr;
    }
    done = body && lines <= 0;
    lineOctets = 0;
    lineIsCr = false;
  }
}
