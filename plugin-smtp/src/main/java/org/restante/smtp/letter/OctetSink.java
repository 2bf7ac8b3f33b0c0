package org.restante.smtp.letter;

/** Takes the octets of a letter. */
@FunctionalInterface
public interface OctetSink {

  /** Takes octets, which may be reused afterwards. */
  void write(byte[] octets, int offset, int length);
}
