package org.restante.imap.syntax;

/** Octets by position: a message's content. */
@FunctionalInterface
public interface OctetSource {

  /** Reads from a position; at least one octet, or -1 at the end. */
  int read(long position, byte[] into, int offset, int length);
}
