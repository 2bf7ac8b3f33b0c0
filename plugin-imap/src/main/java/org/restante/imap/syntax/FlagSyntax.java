package org.restante.imap.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.restante.message.Flags;
import org.restante.message.SystemFlag;

/**
 * Flags on the wire.
 *
 * @rfc 3501 2.3.2
 */
public final class FlagSyntax {
  private static final List<SystemFlag> SYSTEM = List.of(SystemFlag.values());
  private static final int MOST_KEYWORDS = 64;
  private static final int LONGEST_KEYWORD = 200;

  private FlagSyntax() {}

  /** A list in parentheses. */
  public static Flags expectList(ImapReader in) {
    in.expect('(');
    if (in.take(')')) {
      return Flags.NONE;
    }
    Flags flags = expectFlags(in);
    in.expect(')');
    return flags;
  }

  /** Flags with spaces between them. {@code \Recent} is the server's to set and is passed over. */
  public static Flags expectFlags(ImapReader in) {
    int system = 0;
    List<String> keywords = new ArrayList<>();
    do {
      if (in.take('\\')) {
        system |= systemBit(in.expectAtom());
      } else {
        keywords.add(keyword(in));
      }
    } while (in.take(' '));
    if (keywords.size() > MOST_KEYWORDS) {
      throw new SyntaxError("too many keywords");
    }
    return new Flags(system, keywords);
  }

  /** One keyword. */
  public static String keyword(ImapReader in) {
    String keyword = in.expectAtom();
    if (keyword.length() > LONGEST_KEYWORD) {
      throw new SyntaxError("keyword too long");
    }
    return keyword;
  }

  /** Writes a list in parentheses. */
  public static void write(ImapWriter out, Flags flags, boolean recent) {
    out.raw('(');
    String gap = "";
    for (SystemFlag flag : SYSTEM) {
      if (flags.has(flag)) {
        out.raw(gap).raw(flag.text());
        gap = " ";
      }
    }
    if (recent) {
      out.raw(gap).raw("\\Recent");
      gap = " ";
    }
    for (String keyword : flags.keywords()) {
      out.raw(gap).raw(keyword);
      gap = " ";
    }
    out.raw(')');
  }

  private static int systemBit(String name) {
    if (name.equalsIgnoreCase("Recent")) {
      return 0;
    }
    Optional<SystemFlag> flag = SystemFlag.of("\\" + name);
    return flag.orElseThrow(() -> new SyntaxError("no such system flag")).bit();
  }
}
