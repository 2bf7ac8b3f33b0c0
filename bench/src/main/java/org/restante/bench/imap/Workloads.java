package org.restante.bench.imap;

import java.util.Map;
import java.util.TreeMap;

/** The table of workloads by name. */
final class Workloads {
  private static final String OVERVIEW =
      "FETCH 1:* (FLAGS UID INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)";
  private static final int KB = 1000;
  private static final int TEN_THOUSAND = 10_000;

  private Workloads() {}

  /**
   * All of them.
   *
   * @param effort how much of the usual work a round does: 1 for all of it
   */
  static Map<String, Workload> table(double effort) {
    Map<String, Workload> table = new TreeMap<>();
    int some = (int) (100 * effort);
    int small = (int) (TEN_THOUSAND * effort);
    int large = (int) (10 * TEN_THOUSAND * effort);
    String ten = "ten" + small;
    String hundred = "hundred" + large;
    table.put("append-32", new Appends(32, 20 * KB, 48 * some));
    table.put("append-1", new Appends(1, 20 * KB, 12 * some));
    table.put("append-1mb", new Appends(8, KB * KB, 2 * some));
    table.put("fetch-warm", new Fetches(ten, small, Letters::mixed, false, OVERVIEW));
    table.put("fetch-first", new Fetches("first", small, Letters::mixed, true, OVERVIEW));
    table.put(
        "fetch-flags", new Fetches(hundred, large, Letters::small, false, "UID FETCH 1:* (FLAGS)"));
    table.put("bodies-8", new Bodies(ten, small, 8, 100 * some));
    table.put("store-1", new Stores(1, 20 * some));
    table.put("store-8", new Stores(8, 40 * some));
    table.put("store-all", new StoreAll(ten, small));
    table.put("login-8", new Logins(8, 8 * some));
    table.put(
        "select", new Repeated(hundred, large, Letters::small, false, "SELECT " + hundred, some));
    table.put("subject", search(ten, small, "SUBJECT harbour", 5));
    table.put("text", search(ten, small, "TEXT harbourmaster", 1));
    return table;
  }

  private static Workload search(String mailbox, int letters, String key, int times) {
    return new Repeated(mailbox, letters, Letters::mixed, true, "SEARCH " + key, times);
  }
}
