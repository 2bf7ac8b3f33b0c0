package org.restante.admin.http;

import java.util.Map;

/**
 * The body of an answer that takes its time: JSON objects, a line each, sent as they come. What
 * fails on the way is a last line with {@code error}.
 */
@FunctionalInterface
public interface Lines {

  /** Does the work and says how far it is. */
  void write(Sink sink);

  /** Takes the lines. Thread-safe; a client that has gone does not stop the work. */
  @FunctionalInterface
  interface Sink {
    /** One line. */
    void line(Map<String, ?> object);
  }
}
