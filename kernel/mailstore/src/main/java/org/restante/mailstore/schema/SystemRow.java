package org.restante.mailstore.schema;

/**
 * What holds for the whole store.
 *
 * @param format the {@link Schema#FORMAT} of everything in it
 * @param nextAccountId above every account id ever given
 */
public record SystemRow(int format, long nextAccountId) {}
