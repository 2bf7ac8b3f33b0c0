package org.restante.imap.extension;

/**
 * What a client can switch on for its session. Constants are named in suspended sessions: a name
 * that was given stays.
 *
 * @rfc 5161 3.1
 */
public enum Feature {
  /** Responses of IMAP4rev2 (RFC 9051 §6.3.1). */
  IMAP4REV2,
  /** MODSEQ in every FETCH response of changes (RFC 7162 §3.1). */
  CONDSTORE,
  /** VANISHED in the place of EXPUNGE (RFC 7162 §3.2.3). */
  QRESYNC,
  /** No message numbers, in either direction (RFC 9586 §3). */
  UIDONLY,
  /** UTF-8 in quoted strings and mailbox names (RFC 6855 §3). */
  UTF8_ACCEPT
}
