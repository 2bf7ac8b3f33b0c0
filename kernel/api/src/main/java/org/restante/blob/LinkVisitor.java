package org.restante.blob;

/** Sees the links of contents. */
@FunctionalInterface
public interface LinkVisitor {

  /**
   * One link.
   *
   * @param blob the content
   * @param partition whose
   * @param owner what uses it there
   * @param about what was told when it was linked; the visitor's to keep
   * @return whether to go on
   */
  boolean link(BlobId blob, long partition, long owner, byte[] about);
}
