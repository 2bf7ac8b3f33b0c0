package org.restante.bench.reply;

/** The server has said something that no client need understand. */
public final class OutsideGrammar extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutsideGrammar(String expected, int at) {
    super("expected " + expected + " at octet " + at);
  }
}
