package org.restante.mailstore.meter;

/** Every meter of this bundle. */
public enum MailMeters {
  /** Timer, by source (append, copy, delivery): from the call to the durable commit. */
  APPEND("restante.append", ""),
  /** Summary, by source: octets of each message. */
  APPEND_SIZE("restante.append.size", "bytes"),
  /** Counter, by source (store): messages whose flags became different. */
  FLAGS_UPDATED("restante.flags.updated", ""),
  /** Gauge, by kind: logical (of all messages kept), live (of those in mailboxes), retained. */
  STORAGE_SIZE("restante.storage.size", "bytes"),
  /** Gauge, by state (live, retained). */
  STORAGE_MESSAGES("restante.storage.messages", "messages"),
  /** Gauge. */
  STORAGE_MAILBOXES("restante.storage.mailboxes", "mailboxes"),
  /** Gauge. */
  STORAGE_ACCOUNTS("restante.storage.accounts", "accounts"),
  /** Gauge: messages without the flag Seen. */
  STORAGE_UNREAD("restante.storage.unread", "messages"),
  /** Gauge, by resource (storage, message) and band: how full the accounts are. */
  QUOTA_ACCOUNTS("restante.quota.accounts", "accounts"),
  /** Counter, by resource and protocol, which is here the call: append, copy, delivery. */
  QUOTA_REJECTIONS("restante.quota.rejections", ""),
  /** Gauge, by resource: how far the last inspection of each account found its usage off. */
  QUOTA_DRIFT("restante.quota.drift", "bytes"),
  /** Counter, by object (blob, count, quota, index). */
  SCRUB_CHECKED("restante.scrub.checked", ""),
  /** Counter, by object. */
  SCRUB_ERRORS("restante.scrub.errors", ""),
  /** Counter, by object; an inspection repairs nothing yet. */
  SCRUB_REPAIRED("restante.scrub.repaired", ""),
  /** Gauge, by kind (shared): octets of the cached views. */
  VIEW_MEMORY("restante.view.memory", "bytes");

  private final String meter;
  private final String unit;

  MailMeters(String meter, String unit) {
    this.meter = meter;
    this.unit = unit;
  }

  /** The meter's name. */
  public String meter() {
    return meter;
  }

  /** The base unit; empty: that of its type, or none. */
  public String unit() {
    return unit;
  }
}
