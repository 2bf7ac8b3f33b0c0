package org.restante.bench.fleet;

import java.util.HashMap;
import java.util.Map;

/**
 * What a fleet does.
 *
 * @param host where the server is
 * @param port its IMAP port
 * @param tls whether TLS comes first there
 * @param lmtpPort its LMTP port
 * @param sessions how many wait
 * @param accounts how many accounts they belong to: {@code user1}, {@code user2}, …
 * @param rounds letters, and changes of a flag, for each account
 * @param changes flags changed a second, all accounts together; 0 for rounds instead
 * @param warmUp seconds at that pace that do not count: programs compile themselves meanwhile
 * @param seconds how long they are changed at that pace
 */
record FleetOptions(
    String host,
    int port,
    boolean tls,
    int lmtpPort,
    int sessions,
    int accounts,
    int rounds,
    int changes,
    int warmUp,
    int seconds) {

  static FleetOptions of(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      boolean alone = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
      given.put(arguments[i], alone ? "true" : arguments[++i]);
    }
    return new FleetOptions(
        given.getOrDefault("--host", "127.0.0.1"),
        number(given, "--port", 10_143),
        given.containsKey("--tls"),
        number(given, "--lmtp-port", 10_024),
        number(given, "--sessions", 1000),
        number(given, "--accounts", 50),
        number(given, "--rounds", 5),
        number(given, "--changes", 0),
        number(given, "--warm-up", 1),
        number(given, "--seconds", 20));
  }

  private static int number(Map<String, String> given, String option, int otherwise) {
    return Integer.parseInt(given.getOrDefault(option, Integer.toString(otherwise)));
  }
}
