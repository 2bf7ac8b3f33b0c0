package org.restante.imap.mailbox;

import java.util.Map;
import org.restante.imap.syntax.ModifierTable;

/**
 * What a SELECT or EXAMINE can be given besides.
 *
 * @rfc 4466 2.1
 */
public sealed interface SelectParameter permits SelectParameter.Condstore, Resync {
  /** All of them. */
  ModifierTable<SelectParameter> TABLE =
      new ModifierTable<>(Map.of("CONDSTORE", in -> new Condstore(), "QRESYNC", Resync::read));

  /**
   * Enables CONDSTORE.
   *
   * @rfc 7162 3.1.8
   */
  record Condstore() implements SelectParameter {}
}
