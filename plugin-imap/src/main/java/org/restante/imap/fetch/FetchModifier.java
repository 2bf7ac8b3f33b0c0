package org.restante.imap.fetch;

import java.util.Map;
import org.restante.imap.search.PartialRange;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ModifierTable;
import org.restante.message.UidSet;

/**
 * What a FETCH can be given besides.
 *
 * @rfc 4466 2.4
 */
public sealed interface FetchModifier {
  /** All of them. */
  ModifierTable<FetchModifier> TABLE =
      new ModifierTable<>(
          Map.of(
              "CHANGEDSINCE",
              ChangedSince::read,
              "VANISHED",
              in -> new Vanished(),
              "PARTIAL",
              Partial::read));

  /**
   * Tells only of messages that changed since.
   *
   * @rfc 7162 3.1.4.1
   */
  record ChangedSince(long modSeq) implements FetchModifier {

    static ChangedSince read(ImapReader in) {
      in.expectSpace();
      return new ChangedSince(in.expectModSeq());
    }
  }

  /**
   * Tells also which messages of the set left.
   *
   * @rfc 7162 3.2.6
   */
  record Vanished() implements FetchModifier {}

  /**
   * Tells only of a page of the messages of the set.
   *
   * @rfc 9394 3.3
   */
  record Partial(PartialRange range) implements FetchModifier {

    static Partial read(ImapReader in) {
      in.expectSpace();
      return new Partial(PartialRange.read(in));
    }

    UidSet of(UidSet uids) {
      long count = uids.count();
      UidSet.Builder page = new UidSet.Builder();
      uids.stream().skip(range.from(count)).limit(range.size(count)).forEach(page::add);
      return page.build();
    }
  }
}
