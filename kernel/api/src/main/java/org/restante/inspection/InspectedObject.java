package org.restante.inspection;

/** What an inspection looks at. */
public enum InspectedObject {
  /** Contents: they are there, and as long as their messages say. */
  BLOB,
  /** Counters of mailboxes: messages, unseen, deleted, octets, UIDs, MODSEQs. */
  COUNT,
  /** The usage of accounts. */
  QUOTA,
  /** Rows that belong together: flags, message, structure. */
  INDEX
}
