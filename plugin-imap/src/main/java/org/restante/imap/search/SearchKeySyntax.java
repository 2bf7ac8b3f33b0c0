package org.restante.imap.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.restante.imap.search.SearchKey.AddressField;
import org.restante.imap.search.SearchKey.EnvelopeField;
import org.restante.imap.search.SearchKey.When;
import org.restante.imap.syntax.DateSyntax;
import org.restante.imap.syntax.FlagSyntax;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.SequenceSet;
import org.restante.imap.syntax.SyntaxError;
import org.restante.message.SystemFlag;
import org.restante.message.UidSet;

/**
 * Reads search keys: a table with a row for each.
 *
 * @rfc 3501 6.4.4
 */
final class SearchKeySyntax {
  private static final Map<String, Function<SearchKeySyntax, SearchKey>> KEYS = new HashMap<>();

  // Each may have to read every letter: clients that look for many letters at once need hundreds.
  private static final int MOST_KEYS = 1_000;

  static {
    KEYS.put("ALL", syntax -> new SearchKey.All());
    flag("ANSWERED", SystemFlag.ANSWERED);
    flag("DELETED", SystemFlag.DELETED);
    flag("DRAFT", SystemFlag.DRAFT);
    flag("FLAGGED", SystemFlag.FLAGGED);
    flag("SEEN", SystemFlag.SEEN);
    KEYS.put("RECENT", syntax -> new SearchKey.Recent());
    KEYS.put("OLD", syntax -> new SearchKey.Not(new SearchKey.Recent()));
    KEYS.put("NEW", syntax -> recentAndUnseen());
    KEYS.put("KEYWORD", syntax -> new SearchKey.Keyword(syntax.keyword()));
    KEYS.put("UNKEYWORD", syntax -> new SearchKey.Not(new SearchKey.Keyword(syntax.keyword())));
    KEYS.put("BEFORE", syntax -> syntax.internal(When.BEFORE));
    KEYS.put("ON", syntax -> syntax.internal(When.ON));
    KEYS.put("SINCE", syntax -> syntax.internal(When.SINCE));
    KEYS.put("SENTBEFORE", syntax -> syntax.sent(When.BEFORE));
    KEYS.put("SENTON", syntax -> syntax.sent(When.ON));
    KEYS.put("SENTSINCE", syntax -> syntax.sent(When.SINCE));
    KEYS.put("SAVEDBEFORE", syntax -> syntax.saved(When.BEFORE));
    KEYS.put("SAVEDON", syntax -> syntax.saved(When.ON));
    KEYS.put("SAVEDSINCE", syntax -> syntax.saved(When.SINCE));
    KEYS.put("SAVEDATESUPPORTED", syntax -> new SearchKey.All());
    KEYS.put("OLDER", syntax -> new SearchKey.Within(true, syntax.positive()));
    KEYS.put("YOUNGER", syntax -> new SearchKey.Within(false, syntax.positive()));
    KEYS.put("EMAILID", syntax -> new SearchKey.EmailId(syntax.objectId()));
    KEYS.put("THREADID", syntax -> new SearchKey.ThreadId(syntax.objectId()));
    KEYS.put("LARGER", syntax -> new SearchKey.Larger(syntax.number()));
    KEYS.put("SMALLER", syntax -> new SearchKey.Smaller(syntax.number()));
    KEYS.put("FROM", syntax -> syntax.addresses(AddressField.FROM));
    KEYS.put("TO", syntax -> syntax.addresses(AddressField.TO));
    KEYS.put("CC", syntax -> syntax.addresses(AddressField.CC));
    KEYS.put("BCC", syntax -> syntax.addresses(AddressField.BCC));
    KEYS.put("SUBJECT", syntax -> syntax.subject());
    KEYS.put("BODY", syntax -> new SearchKey.Body(syntax.text()));
    KEYS.put("TEXT", syntax -> new SearchKey.Text(syntax.text()));
    KEYS.put("HEADER", SearchKeySyntax::header);
    KEYS.put("MODSEQ", syntax -> syntax.modSeq());
    KEYS.put("UID", syntax -> syntax.uids());
    KEYS.put("UIDAFTER", syntax -> syntax.uids(syntax.uid() + 1, UidSet.MAX_UID));
    KEYS.put("UIDBEFORE", syntax -> syntax.uids(1, syntax.uid() - 1));
    KEYS.put("NOT", syntax -> new SearchKey.Not(syntax.operand()));
    KEYS.put("OR", syntax -> new SearchKey.Or(syntax.operand(), syntax.operand()));
  }

  private final ImapReader in;
  private final Charset charset;
  private int keys;
  private boolean inCharset = true;

  SearchKeySyntax(ImapReader in, Charset charset) {
    this.in = in;
    this.charset = charset;
  }

  /** Keys with spaces between them: all of them must hold. */
  SearchKey expectAll() {
    List<SearchKey> keys = new ArrayList<>();
    do {
      keys.add(key());
    } while (in.take(' '));
    return keys.size() == 1 ? keys.getFirst() : new SearchKey.And(keys);
  }

  private SearchKey key() {
    if (++keys > MOST_KEYS) {
      throw new SyntaxError("too many search keys");
    }
    in.enter();
    SearchKey key = unnested();
    in.leave();
    return key;
  }

  private SearchKey unnested() {
    int next = in.peek();
    if (next == '(') {
      in.expect('(');
      SearchKey all = expectAll();
      in.expect(')');
      return all;
    }
    if (next == '*' || next == '$' || (next >= '0' && next <= '9')) {
      return new SearchKey.Numbers(in.expectSequenceSet(), false);
    }
    Function<SearchKeySyntax, SearchKey> row = KEYS.get(in.expectName());
    if (row == null) {
      throw new SyntaxError("no such search key");
    }
    return row.apply(this);
  }

  private static void flag(String name, SystemFlag flag) {
    KEYS.put(name, syntax -> new SearchKey.Flag(flag));
    KEYS.put("UN" + name, syntax -> new SearchKey.Not(new SearchKey.Flag(flag)));
  }

  private static SearchKey recentAndUnseen() {
    SearchKey unseen = new SearchKey.Not(new SearchKey.Flag(SystemFlag.SEEN));
    return new SearchKey.And(List.of(new SearchKey.Recent(), unseen));
  }

  private SearchKey operand() {
    in.expectSpace();
    return key();
  }

  /**
   * There is one MODSEQ for all of a message: whose flag is asked for makes no difference.
   *
   * @rfc 7162 3.1.5
   */
  private SearchKey modSeq() {
    in.expectSpace();
    if (in.peek() == '"') {
      in.expectAstring();
      in.expectSpace();
      String whose = in.expectName();
      if (!Set.of("PRIV", "SHARED", "ALL").contains(whose)) {
        throw new SyntaxError("expected priv, shared or all");
      }
      in.expectSpace();
    }
    return new SearchKey.ModSeq(in.expectModSeq());
  }

  private long uid() {
    in.expectSpace();
    return in.expectPositive();
  }

  /**
   * UIDs of a range, which may be empty.
   *
   * @rfc 9738 3.2
   */
  private SearchKey uids(long first, long last) {
    SequenceSet.Range range = new SequenceSet.Range(first, last);
    return first > last
        ? new SearchKey.Not(new SearchKey.All())
        : new SearchKey.Numbers(new SequenceSet(List.of(range)), true);
  }

  private SearchKey uids() {
    in.expectSpace();
    return new SearchKey.Numbers(in.expectSequenceSet(), true);
  }

  private SearchKey header() {
    in.expectSpace();
    String name = in.expectAstring();
    Needle text = text();
    return EnvelopeField.named(name)
        .<SearchKey>map(field -> new SearchKey.Single(field, text))
        .orElseGet(() -> new SearchKey.Header(name, text));
  }

  private SearchKey subject() {
    return new SearchKey.Single(EnvelopeField.SUBJECT, text());
  }

  private SearchKey internal(When when) {
    in.expectSpace();
    return new SearchKey.Internal(when, DateSyntax.expectDate(in));
  }

  private SearchKey saved(When when) {
    in.expectSpace();
    return new SearchKey.Saved(when, DateSyntax.expectDate(in));
  }

  private SearchKey sent(When when) {
    in.expectSpace();
    return new SearchKey.Sent(when, DateSyntax.expectDate(in));
  }

  private SearchKey addresses(AddressField field) {
    return new SearchKey.Addresses(field, text());
  }

  private String keyword() {
    in.expectSpace();
    return FlagSyntax.keyword(in);
  }

  private long number() {
    in.expectSpace();
    return in.expectNumber64();
  }

  private long positive() {
    in.expectSpace();
    return in.expectPositive();
  }

  /** Case matters (RFC 8474 §7). */
  private String objectId() {
    in.expectSpace();
    return in.expectAtom();
  }

  /**
   * A client that means another charset will be told so, and can ask again. So will one that has
   * enabled UTF-8 and writes something else between quotes, for which RFC 6855 §3 wants BAD: Angus
   * Mail does that first, and asks again only where it is told NO.
   */
  private Needle text() {
    in.expectSpace();
    ByteBuffer octets = ByteBuffer.wrap(in.expectAstringOctets());
    try {
      return Needle.of(charset.newDecoder().decode(octets).toString());
    } catch (CharacterCodingException e) {
      inCharset = false;
      return Needle.of("");
    }
  }

  /** Whether all texts were in their charset. */
  boolean inCharset() {
    return inCharset;
  }
}
