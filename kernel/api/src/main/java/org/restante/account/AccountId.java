package org.restante.account;

/** An account's number: positive, never reused, and its partition in the engine. */
public record AccountId(long value) {

  /** Only positive numbers are accounts. */
  public AccountId {
    if (value <= 0) {
      throw new IllegalArgumentException("no account id: " + value);
    }
  }
}
