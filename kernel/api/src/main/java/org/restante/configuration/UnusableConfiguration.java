package org.restante.configuration;

/** A configuration that can't be used; the text names the file, the cause and the cure. */
public final class UnusableConfiguration extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** File, cause and cure in one line. */
  public UnusableConfiguration(String line) {
    super(line);
  }
}
