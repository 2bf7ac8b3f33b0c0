package org.restante.testkit.transcript;

/** A transcript that can't be played, and the line that is to blame. */
public final class MalformedTranscript extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedTranscript(String name, int line, String problem) {
    super(name + ":" + line + ": " + problem);
  }
}
