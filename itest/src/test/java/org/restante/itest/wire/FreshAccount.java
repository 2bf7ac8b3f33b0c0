package org.restante.itest.wire;

/**
 * An account of a transcript's world.
 *
 * @param name its local part
 * @param octets most octets; below 0 for no limit
 * @param messages most messages; below 0 for no limit
 * @param enabled whether it may log in
 */
record FreshAccount(String name, long octets, long messages, boolean enabled) {

  static FreshAccount of(String name) {
    return new FreshAccount(name, -1, -1, true);
  }

  FreshAccount disabled() {
    return new FreshAccount(name, octets, messages, false);
  }

  FreshAccount limited(long mostOctets, long mostMessages) {
    return new FreshAccount(name, mostOctets, mostMessages, enabled);
  }
}
