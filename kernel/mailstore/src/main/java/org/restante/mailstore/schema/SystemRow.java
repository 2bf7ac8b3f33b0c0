package org.restante.mailstore.schema;

/**
 * What holds for the whole store.
 *
 * @param format the {@link Schema#FORMAT} of everything in it
 * @param nextAccountId above every account id ever given
 */
public record SystemRow(int format, long nextAccountId) {

  /**
   * How far a migration is.
   *
   * @param format the format that it leads to
   * @param step which of its steps is under way
   * @param account this account and those of lower numbers are done
   */
  public record Migration(int format, int step, long account) {}
}
