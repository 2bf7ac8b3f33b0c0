package org.restante.smtp.letter;

/**
 * The octets after 354: undoes the byte-stuffing and finds the end, which is CRLF "." CRLF and
 * nothing else. A dot at the beginning of a line (after CRLF) that is followed by anything else is
 * dropped. Other octets, bare CR and bare LF among them, are passed on as they are.
 *
 * @rfc 5321 4.5.2
 * @rfc 5321 4.1.1.4
 */
public final class DataDecoder {

  private enum State {
    LINE_START,
    INSIDE,
    AFTER_CR,
    /** A dot at the beginning of a line, held back. */
    DOT,
    /** That dot and CR, both held back. */
    DOT_CR,
    END
  }

  private static final int BUFFER_OCTETS = 16 * 1024;

  private final OctetSink sink;
  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private int used;
  private State state = State.LINE_START;

  /** A decoder that hands the letter to the sink. */
  public DataDecoder(OctetSink sink) {
    this.sink = sink;
  }

  /** Whether the end was seen; everything before it is with the sink then. */
  public boolean ended() {
    return state == State.END;
  }

  /** Takes octets and says how many, from the first, belong to the letter and its end. */
  public int take(byte[] octets, int length) {
    int taken = 0;
    while (taken < length && state != State.END) {
      put(octets[taken++]);
    }
    drain();
    return taken;
  }

  private void put(byte octet) {
    switch (state) {
      case LINE_START -> {
        if (octet == '.') {
          state = State.DOT;
        } else {
          pass(octet);
        }
      }
      case INSIDE, AFTER_CR -> pass(octet);
      case DOT -> {
        if (octet == '\r') {
          state = State.DOT_CR;
        } else {
          pass(octet);
        }
      }
      case DOT_CR -> {
        if (octet == '\n') {
          state = State.END;
        } else {
          pass((byte) '\r');
          pass(octet);
        }
      }
      case END -> throw new IllegalStateException("octets behind the end");
    }
  }

  private void pass(byte octet) {
    if (used == buffer.length) {
      drain();
    }
    buffer[used++] = octet;
    state =
        switch (octet) {
          case '\r' -> State.AFTER_CR;
          case '\n' -> state == State.AFTER_CR ? State.LINE_START : State.INSIDE;
          default -> State.INSIDE;
        };
  }

  private void drain() {
    if (used > 0) {
      sink.write(buffer, 0, used);
      used = 0;
    }
  }
}
