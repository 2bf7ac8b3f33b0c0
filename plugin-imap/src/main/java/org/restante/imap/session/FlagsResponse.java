package org.restante.imap.session;

import java.util.List;
import org.restante.imap.syntax.ImapWriter;
import org.restante.message.SystemFlag;

/**
 * The flags of a mailbox, and which of them the client may change.
 *
 * @rfc 3501 7.2.6
 */
public final class FlagsResponse {
  private FlagsResponse() {}

  /** Writes FLAGS and PERMANENTFLAGS. */
  public static void write(ImapWriter out, List<String> keywords, boolean readOnly) {
    out.raw("* FLAGS (");
    list(out, keywords);
    out.raw(')').endLine();
    out.raw("* OK [PERMANENTFLAGS (");
    if (!readOnly) {
      list(out, keywords);
      out.raw(" \\*");
    }
    out.raw(")] ").raw(readOnly ? "None can be changed" : "All can be changed").endLine();
  }

  private static void list(ImapWriter out, List<String> keywords) {
    String gap = "";
    for (SystemFlag flag : SystemFlag.values()) {
      out.raw(gap).raw(flag.text());
      gap = " ";
    }
    for (String keyword : keywords) {
      out.raw(gap).raw(keyword);
    }
  }
}
