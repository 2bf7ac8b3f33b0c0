package org.restante.mailstore.migration;

import org.restante.keyvalue.KeyValueEngine;

/**
 * One change of rows. Nobody else writes meanwhile. Each part may be run again, also after it was
 * done in part: what is new already is left alone, or written again as it is.
 */
interface Step {

  /** The format that it starts from; its rows are of the next one afterwards. */
  int from();

  /** Its number among those of its format, for ever: a migration that was cut off goes by it. */
  int number();

  /** What it does, for the log. */
  String what();

  /** Changes rows of the system partition. */
  default void system(KeyValueEngine engine) {}

  /** Changes rows of an account; also of one that is being removed. */
  default void account(KeyValueEngine engine, long account) {}
}
