package org.restante.blob;

/** There is no content of this name: it was collected, or it is damaged past reading. */
public final class NoSuchBlob extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The missing content. */
  public NoSuchBlob(BlobId blob) {
    super("no content " + blob);
  }
}
