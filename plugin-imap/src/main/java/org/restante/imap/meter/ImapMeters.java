package org.restante.imap.meter;

/** Every meter of this bundle; the session meters that all protocols share are the kernel's. */
enum ImapMeters {
  /** Counter of FETCH data items; tag kind: flags, envelope, structure, headers, section, full. */
  FETCH_ITEMS("restante.fetch.items", "items", "data items that FETCH has sent"),
  /** Counter of octets of content; tag kind: full, partial, headers. */
  FETCH_BODY("restante.fetch.body", "bytes", "octets of messages that FETCH has sent"),
  /** Timer of SELECT and EXAMINE; tag mode: plain, condstore, qresync, uidonly. */
  SELECT("restante.select", "seconds", "time to open a mailbox"),
  /** Summary of changes told at once; tag kind: flags, vanished, new. */
  RESYNC_CHANGES("restante.resync.changes", "changes", "changes told at a sync point"),
  /** Counter; tag reason: uidvalidity, history_trimmed, overflow. */
  RESYNC_FALLBACK("restante.resync.fallback", "resyncs", "clients that had to start afresh"),
  /** Timer from a commit to the push; tag channel: idle, notify, noop. */
  NOTIFY_LAG("restante.notify.lag", "seconds", "time from a commit to its push"),
  /** Gauge of IDLE sessions with word of a change that is not told yet. */
  NOTIFY_PENDING("restante.notify.pending", "changes", "changes not told yet"),
  /** Counter of pushes given up because too much was pending. */
  NOTIFY_OVERFLOW("restante.notify.overflow", "changes", "changes dropped from a push");

  private final String id;
  private final String unit;
  private final String description;

  ImapMeters(String id, String unit, String description) {
    this.id = id;
    this.unit = unit;
    this.description = description;
  }

  String id() {
    return id;
  }

  String unit() {
    return unit;
  }

  String description() {
    return description;
  }
}
