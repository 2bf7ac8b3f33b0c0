package org.restante.itest.wire;

/**
 * An account of a transcript's world.
 *
 * @param name its local part
 * @param octets most octets; below 0 for no limit
 * @param messages most messages; below 0 for no limit
 */
record FreshAccount(String name, long octets, long messages) {

  static FreshAccount of(String name) {
    return new FreshAccount(name, -1, -1);
  }
}
