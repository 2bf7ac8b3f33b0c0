package org.restante.testkit.corpus;

/** What is special about a letter. */
public enum LetterKind {
  /** One part of text, ASCII. */
  PLAIN,
  /** Text and HTML, in quoted-printable. */
  ALTERNATIVE,
  /** Text and an attachment in base64. */
  ATTACHMENT,
  /** Mixed of related of alternative, as mail programs send pictures. */
  NESTED_PARTS,
  /** A message/rfc822 in a message/rfc822 in a message. */
  FORWARDED,
  /** A digest of short messages. */
  DIGEST,
  /** Octets above 127 in header fields, bare. */
  EIGHT_BIT_HEADERS,
  /** Encoded words in many scripts and character sets (RFC 2047), parameters in RFC 2231. */
  ENCODED_HEADERS,
  /** 8-bit text in UTF-8 and in others. */
  EIGHT_BIT_BODY,
  /** Ends in the middle of a line. */
  NO_FINAL_NEWLINE,
  /** Lines end in LF only. */
  BARE_LF,
  /** A lone CR here and there. */
  BARE_CR,
  /** NUL in the body. */
  NUL,
  /** A thousand header fields. */
  MANY_HEADERS,
  /** One field folded over hundreds of lines. */
  LONG_HEADER,
  /** No body, and no empty line either. */
  HEADERS_ONLY,
  /** An empty line, and nothing behind it. */
  EMPTY_BODY,
  /** A line of many thousand octets. */
  LONG_LINE,
  /** Lines that begin with dots and with From. */
  DOTS,
  /** Boundaries that never come, or never end. */
  BROKEN_MULTIPART,
  /** Multiparts in multiparts, many levels deep. */
  DEEP,
  /** The largest attachment that the corpus may have. */
  LARGE
}
