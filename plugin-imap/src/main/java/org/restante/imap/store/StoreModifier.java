package org.restante.imap.store;

import java.util.Map;
import org.restante.imap.syntax.ImapReader;
import org.restante.imap.syntax.ModifierTable;

/**
 * What a STORE can be given besides.
 *
 * @rfc 4466 2.5
 */
public sealed interface StoreModifier {
  /** All of them. */
  ModifierTable<StoreModifier> TABLE =
      new ModifierTable<>(Map.of("UNCHANGEDSINCE", UnchangedSince::read));

  /**
   * Leaves messages alone that changed since.
   *
   * @rfc 7162 3.1.3
   */
  record UnchangedSince(long modSeq) implements StoreModifier {

    static UnchangedSince read(ImapReader in) {
      in.expectSpace();
      return new UnchangedSince(in.expectModSeq());
    }
  }
}
