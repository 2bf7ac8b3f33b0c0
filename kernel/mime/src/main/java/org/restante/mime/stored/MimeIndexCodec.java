package org.restante.mime.stored;

import org.restante.mime.MimeIndex;

/**
 * The stored form of an index.
 *
 * <pre>
 * index      | version: 1 octet, 01 | size | part (the root) |
 *
 * part       | gap          octets from the end of the sibling before, or from the parent's body
 *            |              start (0 for the root), to the header start
 *            | header       length of the header
 *            | body         length of the body
 *            | lines        of the body
 *            | flags        1 octet: what follows behind the encoding
 *            | type | subtype | parameters | encoding          text, text, parameters, text
 *            | 01 id          text
 *            | 02 description text
 *            | 04 md5         text
 *            | 08 disposition text, parameters
 *            | 10 languages   count, that many texts
 *            | 20 location    text
 *            | 40 envelope    date, subject: text; from, sender, reply-to, to, cc, bcc:
 *            |                addresses; in-reply-to, message-id: text
 *            | 80 children    count, that many parts
 *
 * parameters | count | (name: text, value: text) ... |
 * addresses  | count | addresses ... |
 *            sender and reply-to are empty where they are the same as from
 * address    | form         1 octet: which of the texts follow
 *            | 01 name | 02 route | 04 mailbox | 08 host |
 *            | 10 host is empty |
 *
 * text       | 0                  null
 *            | 2 n + 1            word n of the dictionary ({@link Wordbook})
 *            | 2 (length + 1)     that many octets
 *
 * numbers    7 bits per octet, the lowest first; 80 is set in all but the last octet
 * </pre>
 *
 * <p>A change of the layout is a new version; words may be added to the end of the dictionary with
 * a new version only.
 */
public final class MimeIndexCodec {

  static final int VERSION = 1;

  private MimeIndexCodec() {}

  /** Writes an index in the newest version. */
  public static byte[] encode(MimeIndex index) {
    return new IndexWriter().write(index);
  }

  /**
   * Reads an index back.
   *
   * @throws UnknownIndexVersion if a newer release wrote it
   * @throws DamagedIndex if the octets are no index
   */
  public static MimeIndex decode(byte[] octets) {
    return StoredPart.root(octets).decoded();
  }
}
