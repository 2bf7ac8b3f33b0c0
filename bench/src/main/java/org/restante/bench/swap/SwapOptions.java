package org.restante.bench.swap;

import java.util.HashMap;
import java.util.Map;

/**
 * What is on while plugins are replaced.
 *
 * @param base added to the well-known numbers of the ports
 * @param sessions sessions in IDLE over TLS
 * @param active sessions that issue commands, each in a mailbox of its own
 * @param rate commands a second, all active sessions together
 * @param pop3 POP3 sessions
 * @param deliveries letters in flight
 * @param visits new connections a second
 */
record SwapOptions(
    int base, int sessions, int active, int rate, int pop3, int deliveries, int visits) {
  static final String HOST = "127.0.0.1";

  static SwapOptions of(String[] arguments) {
    Map<String, Integer> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i], Integer.valueOf(arguments[i + 1]));
    }
    return new SwapOptions(
        given.getOrDefault("--base", 10_000),
        given.getOrDefault("--sessions", 5000),
        given.getOrDefault("--active", 200),
        given.getOrDefault("--rate", 500),
        given.getOrDefault("--pop3", 50),
        given.getOrDefault("--deliveries", 16),
        given.getOrDefault("--visits", 100));
  }

  int port(int wellKnown) {
    return base + wellKnown;
  }
}
