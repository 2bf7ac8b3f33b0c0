package org.restante.imap.session;

import java.util.OptionalLong;
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
  private static final String EXPUNGED = "HIGHESTMODSEQ";

  /** Done. */
  public static Completion ok(String text) {
    return new Completion(CommandResult.OK, "", text);
  }

  /** Done, with a response code. */
  public static Completion ok(String code, String text) {
    return new Completion(CommandResult.OK, code, text);
  }

  /**
   * Done, and messages are gone: a client that follows MODSEQs is told up to where it knows now.
   *
   * @rfc 7162 3.2.7
   */
  public static Completion expunged(String text) {
    return new Completion(CommandResult.OK, EXPUNGED, text);
  }

  /** This one for a client that has been told everything up to a MODSEQ; or not, where absent. */
  Completion knowing(OptionalLong modSeq) {
    if (!code.equals(EXPUNGED)) {
      return this;
    }
    String known = modSeq.isPresent() ? EXPUNGED + " " + modSeq.getAsLong() : "";
    return new Completion(result, known, text);
  }

  /**
   * This one where a limit of messages was reached: with its code, or behind a line that has it.
   *
   * @rfc 9738 3.1
   */
  Completion limited(String reached, ImapWriter out) {
    if (reached.isEmpty()) {
      return this;
    }
    if (code.isEmpty() && result == CommandResult.OK) {
      return new Completion(result, reached, text + " for the latest messages");
    }
    out.raw("* NO [").raw(reached).raw("] Not all messages in one command").endLine();
    return this;
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
