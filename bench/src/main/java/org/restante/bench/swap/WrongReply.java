package org.restante.bench.swap;

import java.io.IOException;

/** A reply that is not the right one. */
final class WrongReply extends IOException {
  private static final long serialVersionUID = 1L;

  WrongReply(String asked, String answered) {
    super(asked + ": " + answered);
  }
}
