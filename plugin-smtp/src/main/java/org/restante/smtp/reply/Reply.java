package org.restante.smtp.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A reply.
 *
 * @param code the reply code
 * @param status the enhanced status code; empty where there is none (greeting, EHLO, 354)
 * @param lines one text for each line, ASCII
 * @rfc 5321 4.2
 * @rfc 2034 4
 */
public record Reply(int code, String status, List<String> lines) {

  /** The longest command line and reply line are of one size. */
  private static final int MOST_TEXT_OCTETS = 480;

  /** Cuts lines to what a client has to read. */
  public Reply {
    lines = lines.stream().map(Reply::shortened).toList();
  }

  /** A reply of one line. */
  public static Reply of(int code, String status, String text) {
    return new Reply(code, status, List.of(text));
  }

  /** Whether it says yes. */
  public boolean positive() {
    return code / 100 == 2;
  }

  /** Whether the same may succeed later. */
  public boolean transientFailure() {
    return code / 100 == 4;
  }

  /** Whether the same will never succeed. */
  public boolean permanentFailure() {
    return code / 100 == 5;
  }

  /** The octets to send. */
  public byte[] octets() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(code).append(i == lines.size() - 1 ? ' ' : '-');
      if (!status.isEmpty()) {
        text.append(status).append(' ');
      }
      text.append(lines.get(i)).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String shortened(String line) {
    return line.length() <= MOST_TEXT_OCTETS ? line : line.substring(0, MOST_TEXT_OCTETS);
  }
}
