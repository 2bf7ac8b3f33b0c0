package org.restante.account;

/**
 * An application password that was just made.
 *
 * @param entry what is kept of it, its hash apart
 * @param password the password itself: shown now, and never again
 */
public record IssuedPassword(ApplicationPassword entry, String password) {}
