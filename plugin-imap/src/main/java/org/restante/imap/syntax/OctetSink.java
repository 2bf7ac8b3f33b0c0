package org.restante.imap.syntax;

/** Takes octets, and waits while the client does not read. */
@FunctionalInterface
public interface OctetSink {

  /** Takes octets, which may be reused afterwards. */
  void write(byte[] octets, int offset, int length);
}
