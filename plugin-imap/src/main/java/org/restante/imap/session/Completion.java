package org.restante.imap.session;

import org.restante.imap.syntax.ImapWriter;
import org.restante.protocol.CommandResult;

/**
 * A tagged response.
 *
 * @param result OK, NO or BAD
 * @param code the response code without brackets; empty for none
 * @param text for people; never internal
 * @rfc 3501 7.1
 */
public record Completion(CommandResult result, String code, String text) implements Outcome {

  /** Done. */
  public static Completion ok(String text) {
    return new Completion(CommandResult.OK, "", text);
  }

  /** Done, with a response code. */
  public static Completion ok(String code, String text) {
    return new Completion(CommandResult.OK, code, text);
  }

  /** Refused. */
  public static Completion no(String code, String text) {
    return new Completion(CommandResult.NO, code, text);
  }

  /** Not understood, or not now. */
  public static Completion bad(String text) {
    return new Completion(CommandResult.BAD, "", text);
  }

  void write(ImapWriter out, String tag) {
    out.raw(tag).raw(' ').raw(result.name()).raw(' ');
    if (!code.isEmpty()) {
      out.raw('[').raw(code).raw("] ");
    }
    out.raw(text).endLine();
  }
}
