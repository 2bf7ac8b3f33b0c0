package org.restante.mime.stored;

/** An encoded index was written by a newer release: the letter must be indexed again. */
public final class UnknownIndexVersion extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int version;

  UnknownIndexVersion(int version) {
    super("index of version " + version);
    this.version = version;
  }

  public int version() {
    return version;
  }
}
