package org.restante.launcher.letter;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * A letter in a file.
 *
 * @param source where it is, for messages to the operator
 * @param mailbox the folder it belongs to, with {@code /} between levels
 * @param flags IMAP flags
 * @param received its internal date
 * @param content opens its octets
 */
public record Letter(
    String source, String mailbox, List<String> flags, Instant received, Content content) {

  /** Opens the octets of a letter. */
  @FunctionalInterface
  public interface Content {
    /** A new stream over all octets. */
    InputStream open() throws IOException;
  }
}
