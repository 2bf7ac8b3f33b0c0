package org.restante.pop3.multiline;

import java.nio.charset.StandardCharsets;

/**
 * Writes one multi-line response: stuffs dots, ends it with the terminating octet. Gathers what it
 * writes; holds no more than its buffer.
 *
 * @rfc 1939 3
 */
public final class MultiLineWriter {

  /** Takes octets and waits while the client does not read. */
  @FunctionalInterface
  public interface Sink {

    /** Takes octets, which may be reused afterwards. */
    void write(byte[] octets, int offset, int length);
  }

  private enum State {
    LINE_START,
    INSIDE,
    AFTER_CR,
    AFTER_BARE_LF,
    /** A dot after a bare LF, held back until the next octet shows whether it stands alone. */
    DOT_AFTER_BARE_LF
  }

  private static final int BUFFER_OCTETS = 16 * 1024;

  private final Sink sink;
  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private int used;
  private State state = State.LINE_START;

  /** A response that goes to the sink. */
  public MultiLineWriter(Sink sink) {
    this.sink = sink;
  }

  /** Adds a line of ASCII text. */
  public void line(String text) {
    byte[] octets = (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    write(octets, 0, octets.length);
  }

  /** Adds octets of a message. */
  public void write(byte[] octets, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      put(octets[i]);
    }
  }

  /** Ends the response. */
  public void end() {
    if (state == State.DOT_AFTER_BARE_LF) {
      emit('.');
      emit('.');
    }
    if (state != State.LINE_START) {
      emit('\r');
      emit('\n');
    }
    emit('.');
    emit('\r');
    emit('\n');
    drain();
  }

  private void put(byte octet) {
    switch (state) {
      case LINE_START -> {
        if (octet == '.') {
          emit('.');
        }
      }
      case AFTER_BARE_LF -> {
        if (octet == '.') {
          state = State.DOT_AFTER_BARE_LF;
          return;
        }
      }
      case DOT_AFTER_BARE_LF -> {
        emit('.');
        if (octet == '\r' || octet == '\n') {
          emit('.');
        }
      }
      case INSIDE, AFTER_CR -> {}
    }
    emit(octet);
    state = after(octet);
  }

  private State after(byte octet) {
    return switch (octet) {
      case '\r' -> State.AFTER_CR;
      case '\n' -> state == State.AFTER_CR ? State.LINE_START : State.AFTER_BARE_LF;
      default -> State.INSIDE;
    };
  }

  private void emit(int octet) {
    if (used == buffer.length) {
      drain();
    }
    buffer[used++] = (byte) octet;
  }

  private void drain() {
    sink.write(buffer, 0, used);
    used = 0;
  }
}
